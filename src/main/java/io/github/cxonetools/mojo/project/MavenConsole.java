package io.github.cxonetools.mojo.project;

import java.lang.reflect.InvocationTargetException;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/**
 * What Maven knows of its console: Maven 4 by JLine, Maven 3 by Jansi. Neither is told to plugins, and both have the same two
 * static methods.
 */
record MavenConsole(boolean isColoured, int columns) {

    private static final String MAVEN_4 = "org.apache.maven.jline.MessageUtils";
    private static final String MAVEN_3 = "org.apache.maven.shared.utils.logging.MessageUtils";

    /** Of the Maven that runs this plugin; without colour and columns where it does not know. */
    static MavenConsole present() {
        ClassLoader core = MavenSession.class.getClassLoader();
        MavenConsole four = of(MAVEN_4, core);
        MavenConsole three = four == null ? of(MAVEN_3, core) : four;
        return three == null ? new MavenConsole(false, 0) : three;
    }

    static @Nullable MavenConsole of(String utilities, @Nullable ClassLoader loader) {
        try {
            Class<?> type = Class.forName(utilities, true, loader);
            return new MavenConsole((boolean) type.getMethod("isColorEnabled").invoke(null), columns(type));
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | IllegalAccessException
                | InvocationTargetException
                | LinkageError e) {
            return null;
        }
    }

    /** Zero where it cannot ask: some distributions of Maven 3 come without Jansi's native part, and have colour all the same. */
    private static int columns(Class<?> utilities) {
        try {
            return (int) utilities.getMethod("getTerminalWidth").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException | LinkageError e) {
            return 0;
        }
    }
}

package io.github.cxonetools.mojo;

import io.github.cxonetools.report.ConsoleStyle;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** What the console of this build can do. */
final class ConsoleStyles {

    private static final int WIDTH = 120;

    private ConsoleStyles() {}

    /** Colour and more than ASCII only on a terminal, without {@code -B} and without {@code CI} in the environment. */
    static ConsoleStyle of(MavenSession session) {
        boolean terminal = session.getRequest().isInteractiveMode()
                && System.getenv("CI") == null
                && System.getenv("NO_COLOR") == null
                && isTerminal(System.console());
        boolean unicode = charset().newEncoder().canEncode('\u2581');
        return terminal ? new ConsoleStyle(true, unicode, WIDTH) : new ConsoleStyle(false, false, WIDTH);
    }

    private static Charset charset() {
        String encoding = System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
        return encoding != null && Charset.isSupported(encoding) ? Charset.forName(encoding) : Charset.defaultCharset();
    }

    /** From JDK 22 on there is a console without a terminal too, and it can be asked. */
    private static boolean isTerminal(@Nullable Console console) {
        try {
            return console != null
                    && (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true; // Before JDK 22 a console was a terminal.
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}

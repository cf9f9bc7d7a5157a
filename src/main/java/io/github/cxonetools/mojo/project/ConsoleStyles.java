package io.github.cxonetools.mojo.project;

import io.github.cxonetools.report.text.ConsoleStyle;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** What the console of this build can do. */
public final class ConsoleStyles {

    private static final int WIDTH = 120;
    private static final Pattern LOG_FILE = Pattern.compile("(?:^|\\s)(?:-l|--log-file)(?:\\s|=|$)");

    private ConsoleStyles() {}

    /**
     * Colour and more than ASCII only on a terminal, without {@code -B} and without {@code CI} in the environment; neither
     * where Maven itself is told to write plain text.
     */
    public static ConsoleStyle of(MavenSession session) {
        MavenExecutionRequest request = session.getRequest();
        boolean terminal = request.isInteractiveMode()
                && System.getenv("CI") == null
                && System.getenv("NO_COLOR") == null
                && !isPlain(request)
                && isTerminal(System.console());
        boolean unicode = charset().newEncoder().canEncode('\u2581');
        return terminal ? new ConsoleStyle(true, unicode, WIDTH) : new ConsoleStyle(false, false, WIDTH);
    }

    /** A log file is not told to a plugin: Maven's own start script passes on the words it was called with. */
    static boolean isPlain(MavenExecutionRequest request) {
        String words = request.getSystemProperties().getProperty("env.MAVEN_CMD_LINE_ARGS", "");
        return LOG_FILE.matcher(words).find()
                || "never".equalsIgnoreCase(request.getUserProperties().getProperty("style.color"));
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

package io.github.cxonetools.mojo.project;

import io.github.cxonetools.report.text.ConsoleStyle;
import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

/** What the console of this build can do. */
public final class ConsoleStyles {

    private static final Pattern LOG_FILE = Pattern.compile("(?:^|\\s)(?:-l|--log-file)(?:\\s|=|$)");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,3}");

    private ConsoleStyles() {}

    /**
     * Colour and the terminal's width on a terminal, without {@code -B} and without {@code CI} in the environment; no colour
     * with {@code NO_COLOR}, or where Maven has none. All else is a log, the same wherever it is written.
     */
    public static ConsoleStyle of(MavenSession session) {
        boolean isTerminal = isTerminal(System.console());
        MavenConsole maven = MavenConsole.present();
        return of(
                        session.getRequest(),
                        System.getenv(),
                        isTerminal,
                        isTerminal && maven.columns() == 0
                                ? new MavenConsole(maven.isColoured(), TerminalSize.columns())
                                : maven,
                        charset())
                .masking(SessionSecrets.of(session)::mask);
    }

    static ConsoleStyle of(
            MavenExecutionRequest request,
            Map<String, String> environment,
            boolean isTerminal,
            MavenConsole maven,
            Charset charset) {
        boolean unicode =
                charset.newEncoder().canEncode('\u2717') && charset.newEncoder().canEncode('\u2581');
        boolean isRead = isTerminal
                && request.isInteractiveMode()
                && environment.get("CI") == null
                && !isLogFile(request)
                && (maven.isColoured() || isColourless(request));
        if (!isRead) {
            return ConsoleStyle.log(unicode);
        }
        boolean colour = maven.isColoured()
                && !isColourless(request)
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
        int columns = columns(maven, environment);
        return columns == 0
                ? new ConsoleStyle(colour, unicode, ConsoleStyle.log(unicode).width())
                : ConsoleStyle.ofColumns(colour, unicode, columns);
    }

    private static int columns(MavenConsole maven, Map<String, String> environment) {
        String exported = environment.getOrDefault("COLUMNS", "");
        if (maven.columns() > 0) {
            return maven.columns();
        }
        return NUMBER.matcher(exported).matches() ? Integer.parseInt(exported) : 0;
    }

    /** A log file is not told to a plugin: Maven's own start script passes on the words it was called with. */
    private static boolean isLogFile(MavenExecutionRequest request) {
        return LOG_FILE.matcher(request.getSystemProperties().getProperty("env.MAVEN_CMD_LINE_ARGS", ""))
                .find();
    }

    /** Whether colour alone was turned off, by a name of Maven 3 or 4. */
    private static boolean isColourless(MavenExecutionRequest request) {
        return Stream.of(request.getUserProperties(), request.getSystemProperties())
                .flatMap(properties -> Stream.of(properties.getProperty("style.color"), style4(properties)))
                .anyMatch(colour -> colour != null
                        && Stream.of("never", "no", "none").anyMatch(colour.toLowerCase(Locale.ROOT)::equals));
    }

    private static @Nullable String style4(Properties properties) {
        return properties.getProperty("maven.style.color");
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

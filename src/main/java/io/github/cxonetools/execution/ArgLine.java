package io.github.cxonetools.execution;

import io.github.cxonetools.action.RejectedException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JVM options in one line, separated as Surefire does. A backslash is a character like any other, because Windows' paths are
 * full of them. Surefire takes plexus-utils for it: 270 kB that every build would read, and its message for an open quote
 * repeats the line, which may hold a secret.
 */
final class ArgLine {

    private static final Pattern OPTION = Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+')++");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    /** {@code -Xdebug} alone opens nothing. */
    private static final Pattern DEBUGGER = Pattern.compile(
            "-agentlib:jdwp(=|$)|-Xrunjdwp(:|$)|-agentpath:[^=]*[/\\\\](lib)?jdwp\\.(so|dylib|dll)(=|$)");

    /** What every JVM reads, and the one that its launcher does. */
    private static final List<String> VARIABLES = List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS");

    private ArgLine() {}

    static List<String> split(String line) throws RejectedException {
        String open = OPTION.matcher(line).replaceAll("").strip();
        if (!open.isEmpty()) {
            throw new RejectedException(
                    "argLine has a " + open.charAt(0) + " that is not closed. Close it, or leave it out");
        }
        return OPTION.matcher(line)
                .results()
                .map(option -> unquote(option.group()))
                .toList();
    }

    private static String unquote(String option) {
        return QUOTED.matcher(option).replaceAll(quoted -> {
            String text = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
            return Matcher.quoteReplacement(text);
        });
    }

    /** {@return true if a debugger may halt the handler for any time} */
    static boolean opensDebugger(List<String> options, Map<String, String> environment) {
        return Stream.concat(options.stream(), VARIABLES.stream().flatMap(name -> loosely(environment.get(name))))
                .anyMatch(option -> DEBUGGER.matcher(option).lookingAt());
    }

    /** The JVM itself will say what it thinks of a quote that is not closed. */
    private static Stream<String> loosely(@Nullable String line) {
        return OPTION.matcher(line == null ? "" : line).results().map(option -> unquote(option.group()));
    }
}

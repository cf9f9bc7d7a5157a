package io.github.cxonetools.execution;

import io.github.cxonetools.action.RejectedException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JVM options in one line. A backslash is a character like any other, because Windows' paths are full of them. */
final class ArgLine {

    private static final Pattern OPTION = Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+')++");

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

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

    /** True where a debugger may stop the handler for as long as its user thinks. */
    static boolean opensDebugger(List<String> options) {
        return options.stream()
                .anyMatch(option -> option.startsWith("-agentlib:jdwp")
                        || option.startsWith("-Xrunjdwp")
                        || option.startsWith("-Xdebug"));
    }
}

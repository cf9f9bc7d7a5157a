package io.github.cxonetools.execution;

import io.github.cxonetools.action.RejectedException;
import java.util.ArrayList;
import java.util.List;

/** JVM options in one line. A backslash is a character like any other, because Windows' paths are full of them. */
final class ArgLine {

    private ArgLine() {}

    static List<String> split(String line) throws RejectedException {
        List<String> options = new ArrayList<>();
        StringBuilder option = new StringBuilder();
        boolean begun = false;
        char quote = 0;
        for (char c : line.toCharArray()) {
            if (quote != 0 ? c == quote : c == '"' || c == '\'') {
                quote = quote == 0 ? c : 0;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    options.add(option.toString());
                }
                option.setLength(0);
                begun = false;
            } else {
                option.append(c);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new RejectedException("argLine has a " + quote + " that is not closed. Close it, or leave it out");
        }
        if (begun) {
            options.add(option.toString());
        }
        return options;
    }

    /** True where a debugger may stop the handler for as long as its user thinks. */
    static boolean opensDebugger(List<String> options) {
        return options.stream()
                .anyMatch(option -> option.startsWith("-agentlib:jdwp")
                        || option.startsWith("-Xrunjdwp")
                        || option.startsWith("-Xdebug"));
    }
}

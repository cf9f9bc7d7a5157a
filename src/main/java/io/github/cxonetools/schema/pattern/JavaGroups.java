package io.github.cxonetools.schema.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The groups of a pattern while it is translated. A group that nobody refers to need not be remembered; where
 * something must be kept once it is taken, a group in a look-ahead remembers it: {@code (?=(…))\1}.
 */
final class JavaGroups {

    private final Deque<OpenGroup> open = new ArrayDeque<>();
    private final List<Captured> captured = new ArrayList<>();

    /** Whether the pattern keeps something, so that numbers are ours. */
    private final boolean keeps;

    private int kept;
    private boolean alternatives;
    private int last = -1;

    /** A group that is not closed yet: the flags around it, where it begins, how it ends, which number it has. */
    record OpenGroup(PatternFlags flags, int start, String end, int number) {}

    /** A group with a number; sure where it has matched whenever what follows it is reached. */
    private record Captured(String name, boolean sure) {}

    JavaGroups(String pattern) {
        this.keeps = pattern.contains("(?>") || pattern.matches("(?s).*[*+?}]\\+.*");
    }

    void open(PatternFlags flags, int start, String end) {
        checkKept("a group");
        open.push(new OpenGroup(flags, start, end, -1));
    }

    /** {@code (?>…)}. */
    void openKept(PatternFlags flags, int start) {
        open(flags, start, kept());
    }

    /** Engines differ in which of several matches is the first, where a group matches nothing or as little as it can. */
    private void checkKept(String what) {
        if (open.stream().anyMatch(group -> group.end.length() > 1)) {
            throw new IllegalArgumentException("has " + what + " inside (?>…), which JSON Schema reads in another way");
        }
    }

    void lazy() {
        checkKept("a reluctant quantifier");
    }

    void end() {
        checkKept("$");
    }

    void capture(PatternFlags flags, int start, String name) {
        checkKept("a group");
        captured.add(new Captured(name, open.isEmpty()));
        open.push(new OpenGroup(flags, start, ")", captured.size() - 1));
    }

    String opening() {
        return keeps ? "(?:" : "(";
    }

    OpenGroup close() {
        OpenGroup group = open.pop();
        last = group.number;
        return group;
    }

    void alternative() {
        alternatives |= open.isEmpty();
    }

    boolean hasAlternatives() {
        return alternatives;
    }

    /** A group that may match nothing at all leaves nothing behind. */
    void quantified(char quantifier) {
        if (last >= 0 && quantifier != '+') {
            captured.set(last, new Captured(captured.get(last).name, false));
        }
        last = -1;
    }

    /** The end of a group whose content is kept as it was first matched. */
    String kept() {
        if (++kept > 9) {
            throw new IllegalArgumentException("keeps more than nine times what it has taken");
        }
        return "))\\" + kept + ")";
    }

    void keep(StringBuilder ecma, int start) {
        String taken = ecma.substring(start);
        if (taken.startsWith("(")) {
            throw new IllegalArgumentException(
                    "has a possessive quantifier behind a group, which JSON Schema reads in another way");
        }
        ecma.setLength(start);
        ecma.append("(?:(?=(").append(taken).append(kept());
    }

    /** A reference to what a group has matched, where Java and ECMA-262 agree on that: the group always has. */
    String reference(String group, PatternFlags flags) {
        for (int i = 0; i < captured.size(); i++) {
            Captured candidate = captured.get(i);
            int number = i;
            boolean closed = open.stream().noneMatch(other -> other.number == number);
            if ((candidate.name.equals(group) || String.valueOf(i + 1).equals(group)) && i < 9) {
                if (candidate.sure && closed && !alternatives && !keeps && !flags.ignoresCase()) {
                    return "(?:\\" + (i + 1) + ")";
                }
            }
        }
        throw new IllegalArgumentException(
                "has a back reference to " + group + ", which JSON Schema reads in another way");
    }

    /** {@return true if nothing is matched after {@code at}, because groups end there or go on with another alternative} */
    static boolean isLast(String pattern, int at) {
        int depth = 0;
        for (int i = at; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\') {
                i++;
                if (depth == 0) {
                    return false;
                }
            } else if (c == '[') {
                i = Math.max(i, pattern.indexOf(']', i + 2));
                if (depth == 0) {
                    return false;
                }
            } else if (c == '(' && depth > 0) {
                depth++;
            } else if (c == ')') {
                depth = Math.max(0, depth - 1);
            } else if (c == '|' && depth == 0) {
                depth = 1; // What follows, up to the group's end, is another alternative.
                continue;
            } else if (depth == 0 && !(c == '?' && pattern.charAt(i - 1) == ')')) {
                return false;
            }
        }
        return true;
    }
}

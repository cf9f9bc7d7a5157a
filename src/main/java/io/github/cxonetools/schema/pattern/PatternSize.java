package io.github.cxonetools.schema.pattern;

/** How long a text of a pattern may be, roughly: {@code (a{1000}){1000}} stands in a dozen characters. */
public final class PatternSize {

    /** What an open repetition is taken for. */
    private static final long OPEN = 8;

    private static final long HUGE = 1_000_000_000;
    private static final int MAX_DEPTH = 200;

    private final String pattern;
    private int at;
    private int depth;

    private PatternSize(String pattern) {
        this.pattern = pattern;
    }

    /** The length of the longest text, with eight repetitions where there is no bound; a billion for more than that. */
    public static long of(String pattern) {
        PatternSize size = new PatternSize(pattern);
        long longest = size.alternatives();
        while (size.at < pattern.length()) {
            size.at++; // A bracket that closes nothing.
            longest = Math.min(HUGE, longest + size.alternatives());
        }
        return longest;
    }

    private long alternatives() {
        long longest = sequence();
        while (isAt('|')) {
            at++;
            longest = Math.max(longest, sequence());
        }
        return longest;
    }

    private long sequence() {
        long sum = 0;
        while (at < pattern.length() && !isAt('|') && !isAt(')')) {
            long one = atom();
            sum = Math.min(HUGE, sum + one * times());
        }
        return sum;
    }

    private long atom() {
        char first = pattern.charAt(at++);
        if (first == '(') {
            return group();
        }
        if (first == '[') {
            skipClass();
        } else if (first == '\\') {
            at++;
        }
        return 1;
    }

    private long group() {
        if (++depth > MAX_DEPTH) {
            at = pattern.length();
            return HUGE;
        }
        long longest = alternatives();
        at++;
        depth--;
        return longest;
    }

    private void skipClass() {
        while (at < pattern.length() && !isAt(']')) {
            at += isAt('\\') ? 2 : 1;
        }
        at++;
    }

    private long times() {
        long times = 1;
        if (isAt('*') || isAt('+')) {
            at++;
            times = OPEN;
        } else if (isAt('{')) {
            times = counted();
        }
        if (isAt('?')) {
            at++;
        }
        return times;
    }

    private long counted() {
        int end = pattern.indexOf('}', at);
        String counts = end < 0 ? "" : pattern.substring(at + 1, end);
        if (!counts.matches("[0-9]+(,[0-9]*)?")) {
            at++;
            return 1;
        }
        at = end + 1;
        String[] bounds = counts.split(",", -1);
        String last = bounds[bounds.length - 1];
        return last.isEmpty() ? Math.min(HUGE, number(bounds[0]) + OPEN) : number(last);
    }

    private static long number(String digits) {
        return digits.length() > 9 ? HUGE : Long.parseLong(digits);
    }

    private boolean isAt(char expected) {
        return at < pattern.length() && pattern.charAt(at) == expected;
    }
}

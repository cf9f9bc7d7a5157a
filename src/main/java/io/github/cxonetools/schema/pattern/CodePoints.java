package io.github.cxonetools.schema.pattern;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A set of code points, as ranges in ascending order that neither touch nor overlap. */
public record CodePoints(List<Range> ranges) {

    public static final CodePoints NONE = new CodePoints(List.of());
    public static final CodePoints ALL = range(0, Character.MAX_CODE_POINT);
    static final CodePoints DIGITS = range('0', '9');
    public static final CodePoints WORD =
            DIGITS.or(range('A', 'Z')).or(range('_', '_')).or(range('a', 'z'));

    /** Both ends belong to it. */
    public record Range(int first, int last) implements Comparable<Range> {

        @Override
        public int compareTo(Range other) {
            return Integer.compare(first, other.first);
        }
    }

    public CodePoints {
        ranges = List.copyOf(ranges);
    }

    public static CodePoints range(int first, int last) {
        return new CodePoints(List.of(new Range(first, last)));
    }

    public static CodePoints of(String characters) {
        CodePoints set = NONE;
        for (int c : characters.codePoints().toArray()) {
            set = set.or(range(c, c));
        }
        return set;
    }

    /** All that {@link Character#toLowerCase(int)} makes {@code c} of. */
    public static CodePoints thatLowerTo(int c) {
        CodePoints set = range(c, c);
        for (int other = 0; other <= Character.MAX_CODE_POINT; other++) {
            if (other != c && Character.toLowerCase(other) == c) {
                set = set.or(range(other, other));
            }
        }
        return set;
    }

    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    public boolean contains(int c) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (c < range.first) {
                high = middle - 1;
            } else if (c > range.last) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    public CodePoints or(CodePoints other) {
        List<Range> all = new ArrayList<>(ranges);
        all.addAll(other.ranges);
        Collections.sort(all);
        List<Range> merged = new ArrayList<>();
        for (Range next : all) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.first <= last.last + 1) {
                merged.set(merged.size() - 1, new Range(last.first, Math.max(last.last, next.last)));
            } else {
                merged.add(next);
            }
        }
        return new CodePoints(merged);
    }

    public CodePoints not() {
        List<Range> gaps = new ArrayList<>();
        int from = 0;
        for (Range range : ranges) {
            if (range.first > from) {
                gaps.add(new Range(from, range.first - 1));
            }
            from = range.last + 1;
        }
        if (from <= Character.MAX_CODE_POINT) {
            gaps.add(new Range(from, Character.MAX_CODE_POINT));
        }
        return new CodePoints(gaps);
    }

    public CodePoints and(CodePoints other) {
        return not().or(other.not()).not();
    }

    /** As the inside of a bracket expression of {@link java.util.regex.Pattern}. */
    String toJava() {
        StringBuilder text = new StringBuilder();
        for (Range range : ranges) {
            text.append(hex(range.first));
            if (range.last > range.first) {
                text.append('-').append(hex(range.last));
            }
        }
        return text.toString();
    }

    private static String hex(int codePoint) {
        return "\\x{" + Integer.toHexString(codePoint) + "}";
    }
}

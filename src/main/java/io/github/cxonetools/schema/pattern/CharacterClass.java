package io.github.cxonetools.schema.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which characters one place of a regular expression takes: code points, and what has a Unicode property. */
public final class CharacterClass {

    /** Each takes a tenth of a second to look up. */
    private static final PatternCache<CodePoints> PROPERTIES = new PatternCache<>();

    private final CodePoints set;
    private final boolean negated;
    private final @Nullable Pattern properties;

    /**
     * A class of characters.
     *
     * @param properties as {@link Pattern} writes them in brackets, for example {@code \p{L}\P{Nd}}; may be empty
     * @param negated whether all other characters are meant
     */
    CharacterClass(CodePoints set, String properties, boolean negated) {
        this.set = set;
        this.negated = negated;
        this.properties = properties.isEmpty() ? null : Pattern.compile("[" + properties + "]");
    }

    static CharacterClass of(CodePoints set) {
        return new CharacterClass(set, "", false);
    }

    CodePoints set() {
        return set;
    }

    /** All that it takes, with the properties looked up for every code point. */
    public CodePoints codePoints() {
        CodePoints all = properties == null ? set : set.or(having(properties));
        return negated ? all.not() : all;
    }

    private static CodePoints having(Pattern properties) {
        return PROPERTIES.computeIfAbsent(properties.pattern(), key -> {
            List<CodePoints.Range> ranges = new ArrayList<>();
            Matcher matcher = properties.matcher("");
            for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
                int last = ranges.size() - 1;
                if (!matcher.reset(Character.toString(c)).matches()) {
                    continue;
                }
                if (last >= 0 && ranges.get(last).last() == c - 1) {
                    ranges.set(last, new CodePoints.Range(ranges.get(last).first(), c));
                } else {
                    ranges.add(new CodePoints.Range(c, c));
                }
            }
            return new CodePoints(ranges);
        });
    }

    boolean contains(int c) {
        boolean inside = set.contains(c)
                || properties != null
                        && properties.matcher(Character.toString(c)).matches();
        return inside != negated;
    }
}

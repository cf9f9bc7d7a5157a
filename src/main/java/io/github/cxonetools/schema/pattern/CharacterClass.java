package io.github.cxonetools.schema.pattern;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which characters one place of a regular expression takes: code points, and what has a Unicode property. */
final class CharacterClass {

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

    boolean contains(int c) {
        boolean inside = set.contains(c)
                || properties != null
                        && properties.matcher(Character.toString(c)).matches();
        return inside != negated;
    }
}

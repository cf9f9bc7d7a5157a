package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.pattern.JavaBracket;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Names of an enum as a pattern, where the case of letters, or blanks around a name, make no difference. */
final class EnumPattern {

    private EnumPattern() {}

    /** @param blanks characters that may stand around a name */
    static String of(Collection<String> names, boolean inAnyCase, Set<String> blanks) {
        Set<String> choices = new LinkedHashSet<>();
        names.forEach(name -> choices.add(inAnyCase ? inAnyCase(name) : literal(name)));
        String around = blanks.isEmpty() ? "" : around(blanks);
        return "^" + around + "(?:" + String.join("|", choices) + ")" + around + "$";
    }

    private static String around(Set<String> blanks) {
        StringBuilder around = new StringBuilder("[");
        for (String blank : blanks) {
            around.append(blank.equals(" ") ? " " : blank.equals("\t") ? "\\t" : "\\n");
        }
        return around.append("]*").toString();
    }

    /** Letters as they were tried: a few others, such as the sign for Kelvin, have one of these as their lower case only. */
    private static String inAnyCase(String name) {
        StringBuilder pattern = new StringBuilder();
        for (char c : name.toCharArray()) {
            char lower = Character.toLowerCase(c);
            char upper = Character.toUpperCase(c);
            pattern.append(lower == upper ? JavaBracket.literal(c) : "[" + upper + lower + "]");
        }
        return pattern.toString();
    }

    private static String literal(String name) {
        StringBuilder literal = new StringBuilder();
        name.codePoints().forEach(c -> literal.append(JavaBracket.literal(c)));
        return literal.toString();
    }
}

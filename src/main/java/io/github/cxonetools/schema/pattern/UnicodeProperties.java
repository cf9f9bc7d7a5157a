package io.github.cxonetools.schema.pattern;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Unicode properties under the names that ECMA-262 has for them (CharacterClassEscape, with the names of Unicode's
 * PropertyValueAliases.txt), as {@link Pattern} writes them. A name that is not here is left as it is: short names of categories
 * are the same in both.
 */
final class UnicodeProperties {

    private static final Pattern WRITTEN =
            Pattern.compile("\\\\([pP])\\{(?:(gc|General_Category|sc|Script)=)?([A-Za-z_]{1,40})}");

    private static final Set<String> SCRIPTS = Set.of("sc", "Script");

    private static final Map<String, String> CATEGORIES = pairs("""
            Letter L, Cased_Letter LC, Uppercase_Letter Lu, Lowercase_Letter Ll, Titlecase_Letter Lt, Modifier_Letter Lm,
            Other_Letter Lo, Mark M, Combining_Mark M, Nonspacing_Mark Mn, Spacing_Mark Mc, Enclosing_Mark Me, Number N,
            Decimal_Number Nd, digit Nd, Letter_Number Nl, Other_Number No, Punctuation P, punct P,
            Connector_Punctuation Pc, Dash_Punctuation Pd, Open_Punctuation Ps, Close_Punctuation Pe,
            Initial_Punctuation Pi, Final_Punctuation Pf, Other_Punctuation Po, Symbol S, Math_Symbol Sm,
            Currency_Symbol Sc, Modifier_Symbol Sk, Other_Symbol So, Separator Z, Space_Separator Zs, Line_Separator Zl,
            Paragraph_Separator Zp, Other C, Control Cc, cntrl Cc, Format Cf, Surrogate Cs, Private_Use Co,
            Unassigned Cn""");

    /** Those that the JDK 17 knows. Without {@code Is} it takes some of these names for ASCII's characters alone. */
    private static final Map<String, String> BINARY = pairs("""
            Alphabetic IsAlphabetic, Alpha IsAlphabetic, Ideographic IsIdeographic, Ideo IsIdeographic,
            Lowercase IsLowercase, Lower IsLowercase, Uppercase IsUppercase, Upper IsUppercase,
            White_Space IsWhite_Space, space IsWhite_Space, Hex_Digit IsHex_Digit, Hex IsHex_Digit,
            Noncharacter_Code_Point IsNoncharacter_Code_Point, NChar IsNoncharacter_Code_Point,
            Join_Control IsJoin_Control, Join_C IsJoin_Control, Assigned IsAssigned""");

    private UnicodeProperties() {}

    /** The length of the property that begins at {@code at}; 0 where none does. */
    static int length(String text, int at) {
        Matcher written = WRITTEN.matcher(text).region(at, text.length());
        return written.lookingAt() ? written.end() - at : 0;
    }

    /**
     * As the JDK's patterns have it.
     *
     * @param written a property with its braces, as {@link #length} finds it
     * @throws IllegalArgumentException where there is no such property
     */
    static String toJava(String written) {
        Matcher parts = WRITTEN.matcher(written);
        if (!parts.matches()) {
            throw unknown(written, null);
        }
        String java = "\\" + parts.group(1) + "{" + property(parts.group(2), parts.group(3)) + "}";
        try {
            Pattern.compile(java);
            return java;
        } catch (IllegalArgumentException e) {
            throw unknown(written, e);
        }
    }

    private static IllegalArgumentException unknown(String written, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "has " + written + ", which names no Unicode property that is known", cause);
    }

    /** @param of what it is a value of; null where it is a category or a property that characters have or have not */
    private static String property(@Nullable String of, String name) {
        if (of != null && SCRIPTS.contains(of)) {
            return "script=" + name;
        }
        String category = CATEGORIES.getOrDefault(name, name);
        return of == null ? BINARY.getOrDefault(name, category) : category;
    }

    private static Map<String, String> pairs(String lines) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : lines.split(",\\s+")) {
            String[] words = pair.strip().split(" ");
            pairs.put(words[0], words[1]);
        }
        return pairs;
    }
}

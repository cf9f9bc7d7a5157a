package io.github.cxonetools.client.settings;

import io.github.cxonetools.action.RejectedException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids, secrets and addresses as people store them: in variables, files and settings. */
public final class StoredText {

    /** A byte order mark, and what is left of one where its bytes were read as ASCII or as Latin-1. */
    private static final Pattern BYTE_ORDER_MARK = Pattern.compile("^(?:\uFEFF|\uFFFD{3}|\u00EF\u00BB\u00BF)");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env\\.([^}]+)}");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private StoredText() {}

    /** The text without what editors and shells leave at its ends: line breaks, blanks of all kinds, byte order marks. */
    public static String clean(String text) {
        String rest = BYTE_ORDER_MARK.matcher(text).replaceFirst("");
        int begin = 0;
        int end = rest.length();
        while (begin < end && isInvisible(rest.charAt(begin))) {
            begin++;
        }
        while (end > begin && isInvisible(rest.charAt(end - 1))) {
            end--;
        }
        return rest.substring(begin, end);
    }

    /**
     * The text, cleaned, where it is one line; nothing that is stored for this client has more.
     *
     * @param where what holds the text, for example a variable's name; the text itself may be a secret
     */
    static String line(String text, String where) throws RejectedException {
        String line = clean(text);
        if (line.chars().anyMatch(Character::isISOControl)) {
            throw new RejectedException(
                    where + " holds a line break or another control character. Store the value alone, on one line");
        }
        return line;
    }

    /** Why a text of settings.xml is none that Maven has filled in, and what to do; null where it is one. */
    public static @Nullable String unresolved(String text) {
        Matcher variable = VARIABLE.matcher(text);
        if (variable.find()) {
            return "is " + variable.group() + ", and the environment variable " + variable.group(1)
                    + " is not set. Set it";
        }
        Matcher property = PROPERTY.matcher(clean(text));
        return property.matches()
                ? "is " + property.group() + ", and Maven knows no property " + property.group(1)
                        + ". Set it, or use ${env.NAME} for an environment variable"
                : null;
    }

    private static boolean isInvisible(char each) {
        return Character.isWhitespace(each)
                || Character.isSpaceChar(each)
                || Character.isISOControl(each)
                || Character.getType(each) == Character.FORMAT;
    }
}

package io.github.cxonetools.text;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One escape, in any of the notations in which a server may give back what it was sent.
 *
 * @param text what it stands for
 * @param end the index behind it
 */
record Escape(String text, int end) {

    private static final int LONGEST_ENTITY = 12;

    private static final int LENGTH_OF_OCTET = 4;

    /** The names that HTML has for ASCII's punctuation. */
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("tab", "\t"),
            Map.entry("newline", "\n"),
            Map.entry("nbsp", " "),
            Map.entry("excl", "!"),
            Map.entry("quot", "\""),
            Map.entry("num", "#"),
            Map.entry("dollar", "$"),
            Map.entry("percnt", "%"),
            Map.entry("amp", "&"),
            Map.entry("apos", "'"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("ast", "*"),
            Map.entry("plus", "+"),
            Map.entry("comma", ","),
            Map.entry("period", "."),
            Map.entry("sol", "/"),
            Map.entry("colon", ":"),
            Map.entry("semi", ";"),
            Map.entry("lt", "<"),
            Map.entry("equals", "="),
            Map.entry("gt", ">"),
            Map.entry("quest", "?"),
            Map.entry("commat", "@"),
            Map.entry("lsqb", "["),
            Map.entry("lbrack", "["),
            Map.entry("bsol", "\\"),
            Map.entry("rsqb", "]"),
            Map.entry("rbrack", "]"),
            Map.entry("hat", "^"),
            Map.entry("lowbar", "_"),
            Map.entry("grave", "`"),
            Map.entry("lcub", "{"),
            Map.entry("lbrace", "{"),
            Map.entry("verbar", "|"),
            Map.entry("vert", "|"),
            Map.entry("rcub", "}"),
            Map.entry("rbrace", "}"),
            Map.entry("tilde", "~"),
            Map.entry("dash", "-"),
            Map.entry("hyphen", "-"));

    /** The escape that begins at {@code at}, or null. */
    static @Nullable Escape at(Decoded text, int at) {
        return switch (text.at(at)) {
            case '%' -> percent(text, at);
            case '\\' -> backslash(text, at);
            case '&' -> entity(text, at);
            case '=' -> quotedPrintable(text, at);
            default -> null;
        };
    }

    /** RFC 3986 section 2.1: octets of UTF-8, all that follow one another; also {@code %uXXXX}. */
    private static @Nullable Escape percent(Decoded text, int at) {
        if (text.at(at + 1) == 'u') {
            int code = text.hex(at + 2, 4);
            return code < 0 ? null : new Escape(String.valueOf((char) code), at + 6);
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int end = at;
        // A first octet that stands for itself ends the run: what follows may be an escape within an escape.
        while (text.at(end) == '%' && text.hex(end + 1, 2) >= 0 && (end == at || octets.toByteArray()[0] < 0)) {
            octets.write(text.hex(end + 1, 2));
            end += 3;
        }
        return end == at ? null : new Escape(Decoded.utf8(octets.toByteArray()), end);
    }

    /** RFC 8259 section 7, and what Java and JavaScript have besides. */
    private static @Nullable Escape backslash(Decoded text, int at) {
        char kind = text.at(at + 1);
        return switch (kind) {
            case 'n', 'r', 't', 'b', 'f' -> new Escape(" ", at + 2);
            case '"', '\'', '/', '\\' -> new Escape(String.valueOf(kind), at + 2);
            case 'x' -> octets(text, at);
            case 'u' -> unicode(text, at + 2);
            default -> octets(text, at);
        };
    }

    /** {@code \x} and octal escapes: octets of UTF-8 where they are such, or a cut has left too few; else characters by number. */
    private static @Nullable Escape octets(Decoded text, int at) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        int end = at;
        for (int octet = octet(text, at); octet >= 0x80; octet = octet(text, end)) {
            octets.write(octet);
            end += LENGTH_OF_OCTET;
        }
        String decoded = Decoded.utf8(octets.toByteArray());
        boolean isCut = text.length() - end < LENGTH_OF_OCTET && decoded.indexOf('\uFFFD') == decoded.length() - 1;
        return end > at && (isCut || decoded.indexOf('\uFFFD') < 0)
                ? new Escape(decoded, end)
                : code(octet(text, at), at + LENGTH_OF_OCTET);
    }

    /** The number that the escape at {@code at} has; -1 if there is none. */
    private static int octet(Decoded text, int at) {
        if (text.at(at) != '\\') {
            return -1;
        }
        return text.at(at + 1) == 'x' ? text.hex(at + 2, 2) : octal(text, at + 1);
    }

    private static @Nullable Escape unicode(Decoded text, int at) {
        int digits = at;
        while (text.at(digits) == 'u') {
            digits++;
        }
        if (text.at(digits) != '{') {
            return code(text.hex(digits, 4), digits + 4);
        }
        for (int length = 1; length <= 6; length++) {
            if (text.at(digits + 1 + length) == '}') {
                return code(text.hex(digits + 1, length), digits + 2 + length);
            }
        }
        return null;
    }

    private static int octal(Decoded text, int at) {
        int code = 0;
        for (int i = at; i < at + 3; i++) {
            char digit = text.at(i);
            if (digit < '0' || digit > '7') {
                return -1;
            }
            code = code * 8 + digit - '0';
        }
        return code;
    }

    /** HTML's, by name or number; browsers do not insist on the semicolon. */
    private static @Nullable Escape entity(Decoded text, int at) {
        if (text.at(at + 1) == '#') {
            boolean isHex = text.at(at + 2) == 'x' || text.at(at + 2) == 'X';
            return number(text, at + (isHex ? 3 : 2), isHex ? 16 : 10);
        }
        for (int end = at + 3; end < Math.min(text.length(), at + LONGEST_ENTITY); end++) {
            if (text.at(end) == ';') {
                String known = ENTITIES.get(text.substring(at + 1, end).toLowerCase(Locale.ROOT));
                return known == null ? null : new Escape(known, end + 1);
            }
        }
        return null;
    }

    private static @Nullable Escape number(Decoded text, int at, int radix) {
        int code = 0;
        int end = at;
        while (end < at + 8 && Character.digit(text.at(end), radix) >= 0) {
            code = code * radix + Character.digit(text.at(end++), radix);
        }
        return end == at ? null : code(code, text.at(end) == ';' ? end + 1 : end);
    }

    /** RFC 2045 section 6.7, for what no URL leaves as it is; a letter after an equals sign is a value more often. */
    private static @Nullable Escape quotedPrintable(Decoded text, int at) {
        if (text.at(at + 1) == '\n') {
            return new Escape("", at + 2);
        }
        int code = text.hex(at + 1, 2);
        boolean isPunctuation = code > ' ' && code < 0x7F && !Character.isLetterOrDigit(code);
        boolean isUpper = text.substring(at + 1, at + 3)
                .equals(text.substring(at + 1, at + 3).toUpperCase(Locale.ROOT));
        return isPunctuation && isUpper ? code(code, at + 3) : null;
    }

    private static @Nullable Escape code(int code, int end) {
        return code < 0 || !Character.isValidCodePoint(code) ? null : new Escape(Character.toString(code), end);
    }
}

package io.github.cxonetools.simulator.expectation;

import java.text.Normalizer;

/**
 * Texts that print the same although their characters differ: composed and decomposed letters, spaces of different kinds,
 * characters without width, and the letters, dashes and quotation marks of which people take one for the other.
 */
final class LookAlikes {

    /** Cyrillic and Greek letters, dashes and quotation marks, each with what it looks like behind it. */
    private static final String PAIRS = "\u0410A\u0412B\u0415E\u041aK\u041cM\u041dH\u041eO\u0420P\u0421C\u0422T\u0425X"
            + "\u0405S\u0406I\u0408J\u0430a\u0435e\u043eo\u0440p\u0441c\u0443y\u0445x\u0455s\u0456i\u0458j\u04bbh\u0501d"
            + "\u0391A\u0392B\u0395E\u0396Z\u0397H\u0399I\u039aK\u039cM\u039dN\u039fO\u03a1P\u03a4T\u03a5Y\u03a7X\u03bfo"
            + "\u03bdv\u2010-\u2011-\u2012-\u2013-\u2212-\u00ad-\u2018'\u2019'\u02bc'\u2032'\u201c\"\u201d\"\u2033\"";

    private LookAlikes() {}

    /** {@return true if the texts differ and print the same} */
    static boolean lookAlike(String a, String b) {
        return !a.equals(b) && printed(a).equals(printed(b));
    }

    /** What a reader sees of {@code text}, as a key to compare. */
    static String printed(String text) {
        StringBuilder printed = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(c -> !hasNoWidth(c))
                .forEach(c -> printed.appendCodePoint(lookAlike(c)));
        return printed.toString();
    }

    private static boolean hasNoWidth(int c) {
        int type = Character.getType(c);
        boolean variation = c >= 0xFE00 && c <= 0xFE0F;
        boolean filler = c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x3164;
        return type == Character.FORMAT || type == Character.CONTROL && c != '\n' && c != '\t' || variation || filler;
    }

    private static int lookAlike(int c) {
        if (Character.getType(c) == Character.SPACE_SEPARATOR || c == '\t') {
            return ' ';
        }
        for (int i = 0; i < PAIRS.length(); i += 2) {
            if (PAIRS.charAt(i) == c) {
                return PAIRS.charAt(i + 1);
            }
        }
        return c;
    }

    /** The text with every character outside printable ASCII as {@code \}{@code uXXXX}. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(c >= ' ' && c < 0x7F ? String.valueOf(c) : String.format("\\u%04X", (int) c));
        }
        return escaped.toString();
    }
}

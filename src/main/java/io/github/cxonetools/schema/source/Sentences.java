package io.github.cxonetools.schema.source;

/** The first sentence of a text, found the same way whatever the locale. */
public final class Sentences {

    private Sentences() {}

    /** The first sentence without its full stop, where the text says more than that; else nothing. */
    public static String title(String text) {
        String first = first(text);
        return first.length() == text.length() ? "" : first.replaceFirst("\\.$", "");
    }

    /** Up to the first line break, or to a full stop, an exclamation or a question mark behind which no lower-case letter follows. */
    public static String first(String text) {
        int line = text.indexOf('\n');
        int end = line < 0 ? text.length() : line;
        for (int i = 0; i + 2 < end; i++) {
            if (".!?".indexOf(text.charAt(i)) >= 0
                    && text.charAt(i + 1) == ' '
                    && !Character.isLowerCase(text.charAt(i + 2))
                    && !isAbbreviated(text, i)) {
                return text.substring(0, i + 1);
            }
        }
        return text.substring(0, end);
    }

    /** As in {@code e.g. Ada}: the word before has a full stop of its own. */
    private static boolean isAbbreviated(String text, int stop) {
        int word = text.lastIndexOf(' ', stop) + 1;
        return text.substring(word, stop).contains(".");
    }
}

package io.github.cxonetools.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that a text stands for, each with where in the text it is written. */
final class Decoded {

    private static final int LONGEST_ESCAPE = 12;

    private static final char ESC = '\u001B';
    private static final char CSI = '\u009B';

    /** The exclamation mark in full width; the others follow in ASCII's order. */
    private static final char FULL_WIDTH = '\uFF01';

    private static final Pattern BROKEN_ESCAPE =
            Pattern.compile("(?:%[0-9A-Fa-f]?|\\\\+(?:[ux]*[0-9A-Fa-f]{0,3})|&#?[A-Za-z0-9]{0,8})$");

    private char[] chars;
    private int[] starts;
    private int[] ends;
    private int length;

    private Decoded(int capacity) {
        this.chars = new char[capacity];
        this.starts = new int[capacity];
        this.ends = new int[capacity];
    }

    /** The text as it is. */
    static Decoded of(String text) {
        Decoded decoded = new Decoded(text.length());
        for (int i = 0; i < text.length(); i++) {
            decoded.add(text.charAt(i), i, i + 1);
        }
        return decoded;
    }

    /** What the escapes stand for: of URLs, JSON, Java, HTML; one level. The same object if there are none. */
    Decoded unescaped() {
        Decoded plain = new Decoded(length);
        int i = 0;
        while (i < length) {
            char c = chars[i];
            int end = c == '%' || c == '\\' || c == '&' || c == '=' ? plain.unescape(this, i) : i;
            if (end == i) {
                plain.add(c, starts[i], ends[i]);
                end++;
            }
            i = end;
        }
        return plain.length == length ? this : plain;
    }

    /** Adds what the escape at {@code at} stands for, and gives where it ends; {@code at} if there is none. */
    private int unescape(Decoded from, int at) {
        Escape escape = Escape.at(from, at);
        if (escape == null) {
            return at;
        }
        int start = from.starts[at];
        int end = from.ends[escape.end() - 1];
        for (char c : escape.text().toCharArray()) {
            add(c, start, end);
        }
        return escape.end();
    }

    /** Without what may stand within a word unseen or in place of something else, in lower case. */
    Decoded folded() {
        Decoded folded = new Decoded(length);
        for (int i = 0; i < length; i++) {
            char c = narrow(chars[i]);
            if (!isFoldedAway(c)) {
                folded.add(Character.toLowerCase(c), starts[i], ends[i]);
            }
        }
        return folded;
    }

    /** The form in which {@link #folded} text is searched for. */
    static String fold(String text) {
        Decoded folded = of(text).folded();
        return new String(folded.chars, 0, folded.length);
    }

    /** Of a letter, digit or sign in full width: the same as ASCII has it. */
    private static char narrow(char c) {
        return c >= FULL_WIDTH && c <= FULL_WIDTH + ('~' - '!') ? (char) (c - FULL_WIDTH + '!') : c;
    }

    /**
     * Without what a terminal obeys (ECMA-48 section 5.4: {@code ESC [}, parameters, and one character), so that colours
     * within a word do not hide it. The same object if there is none.
     */
    Decoded withoutControlSequences() {
        Decoded shown = new Decoded(length);
        int i = 0;
        while (i < length) {
            int end = endOfSequence(i);
            if (end == i) {
                shown.add(chars[i], starts[i], ends[i]);
                end++;
            }
            i = end;
        }
        return shown.length == length ? this : shown;
    }

    private int endOfSequence(int begin) {
        boolean isSequence = chars[begin] == CSI || (chars[begin] == ESC && at(begin + 1) == '[');
        if (!isSequence) {
            return begin;
        }
        int end = begin + (chars[begin] == ESC ? 2 : 1);
        while (at(end) >= ' ' && at(end) < '@') {
            end++;
        }
        return Math.min(length, end + 1);
    }

    /** A blank may be written as a plus sign, and a backslash may precede anything. */
    private static boolean isFoldedAway(char c) {
        return c <= ' '
                || c == '+'
                || c == '\\'
                || c == '\uFFFD'
                || (c >= 0x7F
                        && (Character.isISOControl(c)
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.getType(c) == Character.FORMAT));
    }

    /** Of {@link #folded} text, without what stands between the digits of a dump of bytes. */
    Decoded withoutSeparators() {
        Decoded dense = new Decoded(length);
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            boolean isPrefix = c == '0' && i + 1 < length && chars[i + 1] == 'x';
            if (!isPrefix && c != 'x' && ":-,._'\"%;[]".indexOf(c) < 0) {
                dense.add(c, starts[i], ends[i]);
            }
        }
        return dense;
    }

    /** Without what an escape that was cut has left at the end. */
    Decoded withoutBrokenEscape() {
        Matcher broken = BROKEN_ESCAPE.matcher(substring(Math.max(0, length - LONGEST_ESCAPE), length));
        if (!broken.find()) {
            return this;
        }
        Decoded whole = new Decoded(length);
        for (int i = 0; i < length - (broken.end() - broken.start()); i++) {
            whole.add(chars[i], starts[i], ends[i]);
        }
        return whole;
    }

    private void add(char c, int start, int end) {
        if (length == chars.length) {
            int capacity = Math.max(16, length * 2);
            chars = Arrays.copyOf(chars, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length++] = end;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return index < length ? chars[index] : '\0';
    }

    int start(int index) {
        return starts[index];
    }

    int end(int index) {
        return ends[index];
    }

    boolean hasAt(int index, String word) {
        if (index + word.length() > length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (chars[index + i] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The number that {@code digits} hexadecimal digits make; -1 if they are not all there. */
    int hex(int index, int digits) {
        int value = 0;
        for (int i = index; i < index + digits; i++) {
            int digit = Character.digit(at(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }

    String substring(int begin, int end) {
        return new String(chars, begin, Math.min(end, length) - begin);
    }

    static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

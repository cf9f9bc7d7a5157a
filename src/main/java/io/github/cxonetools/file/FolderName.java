package io.github.cxonetools.file;

import io.github.cxonetools.action.ActionName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a folder for a text that others chose: the text itself where every file system takes it, else one in which what
 * it does not take stands as {@code %} and the hexadecimal digits of its UTF-8. It never leads out of its parent.
 */
public final class FolderName {

    /** Of a name, in characters: Windows takes 260 for a whole path. */
    private static final int LONGEST = 100;

    /** How much of a name stands before its digest. */
    private static final int BEFORE_DIGEST = 60;

    private static final int DIGEST_DIGITS = 12;

    private FolderName() {}

    /** The folder's name; two texts that differ in more than case get two that do. */
    public static String of(String text) {
        String name = escaped(text);
        return name.length() <= LONGEST ? name : withDigest(name, text);
    }

    /** A name that differs from those of all other texts, also where case makes no difference. */
    public static String distinct(String text) {
        return withDigest(escaped(text), text);
    }

    /** The same of one of several things that have the same text: {@code which} tells them apart. */
    public static String distinct(String text, String which) {
        return withDigest(escaped(text), text + "\n" + which);
    }

    /** A tilde stands in no other name: it would be escaped. */
    private static String withDigest(String name, String text) {
        return name.substring(0, Math.min(name.length(), BEFORE_DIGEST)) + "~" + digest(text);
    }

    private static String escaped(String text) {
        if (text.isEmpty()) {
            return "%";
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < bytes.length; i++) {
            boolean isFirst = i == 0;
            boolean isPlain = isLetterOrDigit(bytes[i])
                    ? !isFirst || !ActionName.isWindowsDevice(text)
                    : !isFirst && isPunctuation(bytes[i], i == bytes.length - 1);
            if (isPlain) {
                name.append((char) bytes[i]);
            } else {
                name.append(String.format("%%%02X", bytes[i]));
            }
        }
        return name.toString();
    }

    private static boolean isLetterOrDigit(byte c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    /** Windows drops a full stop at the end. */
    private static boolean isPunctuation(byte c, boolean isLast) {
        return c == '-' || c == '_' || c == '+' || (c == '.' && !isLast);
    }

    /** Of its characters, because UTF-8 has one replacement for all half ones. */
    private static String digest(String text) {
        try {
            byte[] characters = new byte[2 * text.length()];
            for (int i = 0; i < text.length(); i++) {
                characters[2 * i] = (byte) (text.charAt(i) >> Byte.SIZE);
                characters[2 * i + 1] = (byte) text.charAt(i);
            }
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(characters);
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

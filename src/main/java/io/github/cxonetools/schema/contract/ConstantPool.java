package io.github.cxonetools.schema.contract;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a class file (JVMS 4.4). Most are of code, and never asked for: each stays bytes until it is.
 */
final class ConstantPool {

    private final ByteBuffer file;

    /** Where each constant begins, with its tag. */
    private final int[] offsets;

    private final long[] hashes;
    private final @Nullable String[] texts;

    /** Goes through the constants at the position of {@code file}, which is then behind them. */
    ConstantPool(ByteBuffer file) {
        this.file = file;
        int count = Short.toUnsignedInt(file.getShort());
        this.offsets = new int[count];
        this.hashes = new long[count];
        this.texts = new String[count];
        for (int i = 1; i < count; i++) {
            offsets[i] = file.position();
            int tag = file.get();
            file.position(file.position() + size(tag));
            i += tag == 5 || tag == 6 ? 1 : 0; // JVMS 4.4.5: these take two places.
        }
    }

    private int size(int tag) {
        return switch (tag) {
            case 1 -> 2 + Short.toUnsignedInt(file.getShort(file.position()));
            case 5, 6 -> 8;
            case 7, 8, 16, 19, 20 -> 2;
            case 15 -> 3;
            default -> 4;
        };
    }

    /**
     * The hash of a constant's text, whatever its place; 0 for index 0, which is none.
     *
     * @throws IOException where it has no text
     */
    long hash(int index) throws IOException {
        if (index == 0) {
            return 0;
        }
        if (hashes[index] == 0) {
            hashes[index] = hashAt(offsets[index]);
        }
        return hashes[index];
    }

    private long hashAt(int offset) throws IOException {
        return switch (file.get(offset)) {
            case 1 -> hashOfText(offset + 1);
            case 3 -> hash("int " + file.getInt(offset + 1));
            case 4 -> hash("float " + file.getInt(offset + 1));
            case 5 -> hash("long " + file.getLong(offset + 1));
            case 6 -> hash("double " + file.getLong(offset + 1));
            case 7, 8, 16, 19, 20 -> hashOfText(offsets[Short.toUnsignedInt(file.getShort(offset + 1))] + 1);
            default -> throw new IOException("A name, a type or a value at " + offset + " is none");
        };
    }

    /** As {@link #hash(String)}, of what nearly every text is: ASCII. */
    private long hashOfText(int offset) throws IOException {
        int length = Short.toUnsignedInt(file.getShort(offset));
        long hash = length;
        int code = 0;
        for (int i = offset + 2; i < offset + 2 + length; i++) {
            byte character = file.get(i);
            if (character < 0) {
                return hash(textAt(offset));
            }
            hash = 31 * hash + character;
            code = 31 * code + character;
        }
        return joined(hash, code);
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return joined(hash, text.hashCode());
    }

    /** The hash of two parts, one after the other (multiplicative, with the high bits folded in). */
    static long joined(long first, long second) {
        long product = (first ^ second) * 0x9E3779B97F4A7C15L + 1;
        return product ^ product >>> 32;
    }

    /** The text of a constant that is a name. */
    String name(int index) throws IOException {
        String text = texts[index];
        if (text == null) {
            text = textAt(offsets[index] + 1);
            texts[index] = text;
        }
        return text;
    }

    /** JVMS 4.4.7: a length of two bytes, and so many bytes of a UTF-8 of its own. */
    private String textAt(int offset) throws IOException {
        byte[] bytes = file.array();
        return new DataInputStream(new ByteArrayInputStream(bytes, offset, bytes.length - offset)).readUTF();
    }
}

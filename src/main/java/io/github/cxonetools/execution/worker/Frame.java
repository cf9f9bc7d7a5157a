package io.github.cxonetools.execution.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One message: its length, its type, two numbers, some texts, and bytes.
 *
 * @param type what it says
 * @param id a handler's number, or 0
 * @param number as the type says, or 0
 * @param texts as the type says
 * @param bytes as the type says
 */
public record Frame(FrameType type, int id, long number, String[] texts, byte[] bytes) {

    private static final byte[] NONE = {};
    private static final String[] NO_TEXTS = {};
    private static final int HEAD = 1 + 4 + 8 + 4;

    /** What the head and texts of a frame may need beyond its capped bytes. */
    private static final int SLACK = 1 << 20;

    public static Frame of(FrameType type, int id, long number, byte[] bytes) {
        return new Frame(type, id, number, NO_TEXTS, bytes);
    }

    public static Frame of(FrameType type, int id, long number, String... texts) {
        return new Frame(type, id, number, texts, NONE);
    }

    /** Writes the frame; the caller flushes. */
    public void writeTo(OutputStream stream) throws IOException {
        byte[][] encoded = new byte[texts.length][];
        int size = HEAD + bytes.length;
        for (int i = 0; i < texts.length; i++) {
            encoded[i] = texts[i].getBytes(StandardCharsets.UTF_8);
            size += 4 + encoded[i].length;
        }
        ByteBuffer head = ByteBuffer.allocate(4 + HEAD);
        head.putInt(size).put((byte) type.ordinal()).putInt(id).putLong(number).putInt(encoded.length);
        stream.write(head.array());
        for (byte[] text : encoded) {
            stream.write(ByteBuffer.allocate(4).putInt(text.length).array());
            stream.write(text);
        }
        stream.write(bytes);
    }

    /**
     * Reads the next frame.
     *
     * @param maxBytes how large its bytes may be
     * @throws java.io.EOFException where the other end has closed
     */
    public static Frame readFrom(InputStream stream, long maxBytes) throws IOException {
        byte[] prefix = stream.readNBytes(4);
        if (prefix.length < 4) {
            throw new EOFException();
        }
        int size = ByteBuffer.wrap(prefix).getInt();
        if (size < HEAD || size > maxBytes + SLACK) {
            throw new IOException("A frame of " + size + " bytes is not allowed");
        }
        byte[] content = stream.readNBytes(size);
        if (content.length < size) {
            throw new IOException("A frame was cut");
        }
        return decode(ByteBuffer.wrap(content));
    }

    private static Frame decode(ByteBuffer in) throws IOException {
        FrameType type = FrameType.of(in.get());
        int id = in.getInt();
        long number = in.getLong();
        String[] texts = new String[checked(in, in.getInt())];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = new String(take(in, in.getInt()), StandardCharsets.UTF_8);
        }
        return new Frame(type, id, number, texts, take(in, in.remaining()));
    }

    private static byte[] take(ByteBuffer in, int length) throws IOException {
        byte[] bytes = new byte[checked(in, length)];
        in.get(bytes);
        return bytes;
    }

    private static int checked(ByteBuffer in, int length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw new IOException("A frame was garbled");
        }
        return length;
    }
}

package io.github.cxonetools.report.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as UTF-8, many characters at once: the JVM encodes a whole text of ASCII by copying it, and an encoder goes through
 * it character by character. Half of a surrogate pair becomes "?".
 */
final class Utf8Writer extends Writer {

    private static final int CHARACTERS = 1 << 13;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(2 * CHARACTERS);

    Utf8Writer(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        text.append(characters, offset, length);
        drain(CHARACTERS);
    }

    @Override
    public void write(String string, int offset, int length) throws IOException {
        text.append(string, offset, offset + length);
        drain(CHARACTERS);
    }

    @Override
    public Writer append(CharSequence sequence) throws IOException {
        text.append(sequence);
        drain(CHARACTERS);
        return this;
    }

    /** Encodes what there is, if it is that much; the first half of a surrogate pair waits for the second. */
    private void drain(int least) throws IOException {
        int end = text.length();
        if (end < least || end == 0) {
            return;
        }
        end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        out.write(text.substring(0, end).getBytes(StandardCharsets.UTF_8));
        text.delete(0, end);
    }

    @Override
    public void flush() throws IOException {
        drain(0);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        drain(0);
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        out.close();
    }
}

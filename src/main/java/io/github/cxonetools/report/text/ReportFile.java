package io.github.cxonetools.report.text;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.exc.JacksonIOException;

/** Writes reports as UTF-8 text. */
public final class ReportFile {

    private ReportFile() {}

    /** Writes content that need not fit into memory. */
    @FunctionalInterface
    public interface Content {
        void write(Writer out) throws IOException;
    }

    public static void write(Path file, Content content) throws UnavailableException {
        AtomicFile.write(file, out -> write(out, content));
    }

    private static void write(OutputStream out, Content content) throws IOException {
        try (Writer writer = new Utf8(out)) {
            content.write(writer);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Encodes in large pieces, for which the JDK has a fast way, where its own writer goes character by character. Half of
     * a surrogate pair, which a tenant may send, becomes "?".
     */
    private static final class Utf8 extends Writer {

        private static final int PIECE = 1 << 15;

        private final OutputStream out;
        private final StringBuilder piece = new StringBuilder(PIECE + 1024);

        Utf8(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            piece.append(text, offset, length);
            encodeIfFull();
        }

        @Override
        public void write(String text) throws IOException {
            piece.append(text);
            encodeIfFull();
        }

        @Override
        public Writer append(CharSequence text) throws IOException {
            piece.append(text);
            encodeIfFull();
            return this;
        }

        private void encodeIfFull() throws IOException {
            if (piece.length() >= PIECE) {
                boolean halved = Character.isHighSurrogate(piece.charAt(piece.length() - 1));
                encode(piece.length() - (halved ? 1 : 0));
            }
        }

        private void encode(int length) throws IOException {
            out.write(piece.substring(0, length).getBytes(StandardCharsets.UTF_8));
            piece.delete(0, length);
        }

        @Override
        public void flush() throws IOException {
            encode(piece.length());
            out.flush();
        }

        @Override
        public void close() throws IOException {
            flush();
            out.close();
        }
    }
}

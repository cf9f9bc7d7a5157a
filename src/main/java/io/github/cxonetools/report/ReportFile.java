package io.github.cxonetools.report;

import io.github.cxonetools.action.UnavailableException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.core.exc.JacksonIOException;

/** Writes reports as UTF-8 text. */
final class ReportFile {

    private ReportFile() {}

    /** Writes content that need not fit into memory. */
    @FunctionalInterface
    interface Content {
        void write(Writer out) throws IOException;
    }

    static void write(Path file, Content content) throws UnavailableException {
        WholeFile.write(file, out -> write(out, content));
    }

    private static void write(OutputStream out, Content content) throws IOException {
        // Half of a surrogate pair, which a tenant may send, becomes "?".
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, encoder), 1 << 16)) {
            content.write(writer);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}

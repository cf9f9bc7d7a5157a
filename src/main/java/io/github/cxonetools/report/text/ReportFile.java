package io.github.cxonetools.report.text;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Path;
import tools.jackson.core.exc.JacksonIOException;

/** Writes reports as UTF-8 text. Half of a surrogate pair, which a tenant may send, becomes "?". */
public final class ReportFile {

    private ReportFile() {}

    /** Writes content that need not fit into memory. */
    @FunctionalInterface
    public interface ReportContent {
        void write(Writer out) throws IOException;
    }

    public static void write(Path file, ReportContent content) throws UnavailableException {
        AtomicFile.write(file, out -> write(out, content));
    }

    private static void write(OutputStream out, ReportContent content) throws IOException {
        try (Writer writer = new Utf8Writer(out)) {
            content.write(writer);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}

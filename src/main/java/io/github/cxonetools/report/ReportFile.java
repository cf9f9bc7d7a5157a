package io.github.cxonetools.report;

import io.github.cxonetools.action.UnavailableException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tools.jackson.core.exc.JacksonIOException;

/** Writes reports as UTF-8 so that a reader sees the whole old file or the whole new one. */
final class ReportFile {

    private ReportFile() {}

    /** Writes content that need not fit into memory. */
    @FunctionalInterface
    interface Content {
        void write(Writer out) throws IOException;
    }

    static void write(Path file, Content content) throws UnavailableException {
        Path target = file.toAbsolutePath().normalize();
        Path temporary = target.resolveSibling("." + target.getFileName() + "."
                + ProcessHandle.current().pid() + "." + Thread.currentThread().getId() + ".tmp");
        try {
            Files.createDirectories(target.resolveSibling(""));
            try (Writer out = open(temporary)) {
                content.write(out);
            }
            move(temporary, target);
        } catch (IOException | UncheckedIOException | JacksonIOException e) {
            throw new UnavailableException("Could not write " + file + ". Check that its folder can be written", e);
        } finally {
            temporary.toFile().delete();
        }
    }

    /** Half of a surrogate pair, which a tenant may send, becomes {@code ?}. */
    private static Writer open(Path file) throws IOException {
        return new BufferedWriter(
                Channels.newWriter(
                        Files.newByteChannel(
                                file,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.TRUNCATE_EXISTING),
                        StandardCharsets.UTF_8
                                .newEncoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE),
                        1 << 16),
                1 << 16);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

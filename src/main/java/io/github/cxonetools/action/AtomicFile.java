package io.github.cxonetools.action;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Writes a file whole or not at all: to a temporary file beside it, which is then moved into its place. */
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;

    /** Of a name, so that with what is put around it no file system finds it too long. */
    private static final int LONGEST = 60;

    /** No process id: to ask for it starts threads. */
    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private AtomicFile() {}

    /** Content that need not fit into memory. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it; the stream is buffered, and closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes indented JSON, making the folder where it is missing. */
    public static void write(Path file, JsonNode json) throws UnavailableException {
        write(file, Json.pretty(json));
    }

    /** Writes text in UTF-8, making the folder where it is missing. */
    public static void write(Path file, String text) throws UnavailableException {
        try {
            replaceWith(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Writes content, making the folder where it is missing. */
    public static void write(Path file, Content content) throws UnavailableException {
        try {
            replace(file, content);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * Writes bytes, unless the file holds just these: then its modification time stays.
     *
     * @return true where the file was written
     */
    public static boolean writeChanged(Path file, byte[] bytes) throws UnavailableException {
        try {
            if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
                return false;
            }
            replaceWith(file, bytes);
            return true;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path temporary = beside(file);
        OutputStream created = create(temporary);
        try {
            try (OutputStream out = new BufferedOutputStream(created, BUFFER)) {
                content.writeTo(out);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What is in memory already needs no buffer. */
    private static void replaceWith(Path file, byte[] bytes) throws IOException {
        Path temporary = beside(file);
        OutputStream created = create(temporary);
        try {
            try (OutputStream out = created) {
                out.write(bytes);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static Path beside(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        String name = file.getFileName().toString();
        String begin = name.substring(0, Math.min(name.length(), LONGEST));
        return directory.resolve("." + begin + "." + Long.toHexString(NUMBER.incrementAndGet()) + ".tmp");
    }

    /** Not {@code Files.createTempFile}: what that makes only its owner may read. Another process may not have made it. */
    private static OutputStream create(Path temporary) throws IOException {
        return Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static UnavailableException failure(Path file, IOException e) {
        return new UnavailableException("Could not write " + file + ". Check the disk and its permissions", e);
    }
}

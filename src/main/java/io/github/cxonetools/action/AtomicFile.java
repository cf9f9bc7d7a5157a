package io.github.cxonetools.action;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;

/** Writes a file whole or not at all: to a temporary file beside it, which is then moved into its place. */
public final class AtomicFile {

    private static final int BUFFER = 1 << 16;

    /** Of a name, so that with what is put around it no file system finds it too long. */
    private static final int LONGEST = 60;

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
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(file, out -> out.write(bytes));
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
            replace(file, out -> out.write(bytes));
            return true;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        // Not Files.createTempFile: what that makes only its owner may read.
        String name = file.getFileName().toString();
        Path temporary = directory.resolve("." + name.substring(0, Math.min(name.length(), LONGEST)) + "."
                + ProcessHandle.current().pid() + "-" + Long.toHexString(NUMBER.incrementAndGet()) + ".tmp");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER)) {
                content.writeTo(out);
            }
            move(temporary, file);
        } finally {
            Files.deleteIfExists(temporary);
        }
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

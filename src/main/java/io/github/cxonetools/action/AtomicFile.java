package io.github.cxonetools.action;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Writes a file whole or not at all: to a temporary file beside it, which is then moved into its place. */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes indented JSON, making the folder where it is missing. */
    public static void write(Path file, JsonNode json) throws UnavailableException {
        write(file, Json.pretty(json));
    }

    /** Writes text in UTF-8, making the folder where it is missing. */
    public static void write(Path file, String text) throws UnavailableException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes bytes, making the folder where it is missing. */
    public static void write(Path file, byte[] content) throws UnavailableException {
        try {
            Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
            // Not Files.createTempFile: what that makes only its owner may read.
            Path temporary = directory.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".tmp");
            try {
                Files.write(temporary, content);
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UnavailableException("Could not write " + file + ". Check the disk and its permissions", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

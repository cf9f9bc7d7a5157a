package io.github.cxonetools.file;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Writes a file whole or not at all: to a temporary file beside it, which is then moved into its place. A symbolic link stays
 * one: what it leads to is written.
 */
public final class AtomicFile {

    private static final int BUFFER = 1 << 14;

    private static final int MOST_LINKS = 40;

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

    /** As {@link #write(Path, JsonNode)}, and returns only when the disk has it, so that it survives a loss of power. */
    public static void writeForced(Path file, JsonNode json) throws UnavailableException {
        try {
            Path target = target(file);
            Path parent = parent(target);
            List<Path> made = missing(parent);
            try (TemporaryFile temporary = TemporaryFile.of(target)) {
                force(temporary, Json.pretty(json).getBytes(StandardCharsets.UTF_8));
                temporary.move();
            }
            forceFolder(parent);
            for (Path folder : made) {
                forceFolder(parent(folder));
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static List<Path> missing(Path folder) {
        List<Path> missing = new ArrayList<>();
        for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
            missing.add(each);
        }
        return missing;
    }

    private static void force(TemporaryFile temporary, byte[] bytes) throws IOException {
        try (FileChannel channel = temporary.channel()) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** A file's name is on disk when its folder is. */
    private static void forceFolder(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return; // Windows opens no folders, and writes their entries by itself.
        }
        try (channel) {
            channel.force(true);
        }
    }

    /** Where a file is, after all symbolic links of its own name; it need not exist. */
    public static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
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
     * Writes bytes, unless the file holds just these: then its modification time stays. It is read where it is as long.
     *
     * @return true where the file was written
     */
    public static boolean writeChanged(Path file, byte[] bytes) throws UnavailableException {
        try {
            File present = file.toFile();
            if (present.length() == bytes.length
                    && Arrays.equals(FileBytes.ifPresent(present).orElse(null), bytes)) {
                return false;
            }
            replaceWith(file, bytes);
            return true;
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /**
     * Writes content that fits into memory; where the file holds just that, only its modification time becomes the present
     * one, as if it had been written. File systems that flush what is moved over another take a hundred times as long.
     */
    public static void writeOrTouch(Path file, Content content) throws UnavailableException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            content.writeTo(bytes);
            if (!writeChanged(file, bytes.toByteArray())) {
                touch(file);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Makes the present time a file's modification time. */
    public static void touch(Path file) throws UnavailableException {
        touch(file.toFile(), System.currentTimeMillis());
    }

    /** Makes {@code time}, in milliseconds since 1970, a file's modification time. */
    public static void touch(File file, long time) throws UnavailableException {
        try {
            if (!file.setLastModified(time)) {
                Files.setLastModifiedTime(file.toPath(), FileTime.fromMillis(time)); // It says why not.
            }
        } catch (IOException e) {
            throw failure(file.toPath(), e);
        }
    }

    private static void replace(Path link, Content content) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.of(target(link))) {
            try (OutputStream out = new BufferedOutputStream(temporary.stream(), BUFFER)) {
                content.writeTo(out);
            }
            temporary.move();
        }
    }

    /** What is in memory already needs no buffer. */
    private static void replaceWith(Path link, byte[] bytes) throws IOException {
        try (TemporaryFile temporary = TemporaryFile.of(target(link))) {
            try (OutputStream out = temporary.stream()) {
                out.write(bytes);
            }
            temporary.move();
        }
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static UnavailableException failure(Path file, IOException e) {
        return new UnavailableException("Could not write " + file + ". Check the disk and its permissions", e);
    }
}

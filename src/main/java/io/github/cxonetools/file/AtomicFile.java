package io.github.cxonetools.file;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/**
 * Writes a file whole or not at all: to a temporary file beside it, which is then moved into its place. A symbolic link stays
 * one: what it leads to is written.
 */
public final class AtomicFile {

    private static final int BUFFER = 1 << 14;

    /** Of a name, so that with what is put around it no file system finds it too long. */
    private static final int LONGEST = 60;

    private static final int MOST_LINKS = 40;

    /** Folders in which what was left behind has been removed: once a process will do. */
    private static final Set<Path> CLEAN = ConcurrentHashMap.newKeySet();

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
            Path temporary = beside(target);
            try {
                force(temporary, Json.pretty(json).getBytes(StandardCharsets.UTF_8));
                move(temporary, target);
            } finally {
                Files.deleteIfExists(temporary);
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

    private static void force(Path temporary, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
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
     * Writes bytes, unless the file holds just these: then its modification time stays.
     *
     * @return true where the file was written
     */
    public static boolean writeChanged(Path file, byte[] bytes) throws UnavailableException {
        try {
            Optional<byte[]> present = FileBytes.ifPresent(file.toFile());
            if (present.isPresent() && Arrays.equals(present.get(), bytes)) {
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
        try {
            if (!file.toFile().setLastModified(System.currentTimeMillis())) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now())); // It says why not.
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static void replace(Path link, Content content) throws IOException {
        Path file = target(link);
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
    private static void replaceWith(Path link, byte[] bytes) throws IOException {
        Path file = target(link);
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
        Path directory = parent(file);
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory);
        }
        if (CLEAN.add(directory)) {
            for (Path abandoned : TemporaryNames.abandoned(directory, ".")) {
                Files.deleteIfExists(abandoned);
            }
        }
        String name = file.getFileName().toString();
        return directory.resolve(TemporaryNames.of("." + name.substring(0, Math.min(name.length(), LONGEST))));
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
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

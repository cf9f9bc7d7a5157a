package io.github.cxonetools.deployment;

import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** A file that threads, class loaders and processes change one after another, and that is never seen half written. */
final class LockedFile {

    private final Path file;

    LockedFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** What is done while nobody else can. */
    @FunctionalInterface
    interface Work<E extends Exception> {
        void run() throws IOException, E;
    }

    /** Runs {@code work} while this file is locked. */
    <E extends Exception> void locked(Work<E> work) throws UnavailableException, E {
        // Interned, because a module with plugin dependencies of its own loads this class a second time.
        synchronized (("io.github.cxonetools:" + file).intern()) {
            try {
                Path folder = Files.createDirectories(file.resolveSibling(""));
                Path lockFile = folder.resolve(file.getFileName() + ".lock");
                try (FileChannel channel =
                                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock lock = channel.lock()) {
                    if (lock.isValid()) {
                        work.run();
                    }
                }
            } catch (IOException e) {
                throw new UnavailableException(
                        "Could not write " + file + ". Check that its folder exists and can be written", e);
            }
        }
    }

    /** Replaces the content: a reader sees the old text or the new one. */
    static void replace(Path file, String text) throws IOException {
        Path target = file.toAbsolutePath().normalize();
        Path folder = Files.createDirectories(target.resolveSibling(""));
        // Not Files.createTempFile: what it makes only its owner may read, and this file is for everybody.
        Path temporary = folder.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + "." + UUID.randomUUID() + ".tmp");
        try {
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

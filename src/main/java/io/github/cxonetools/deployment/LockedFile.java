package io.github.cxonetools.deployment;

import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that threads, class loaders and processes change one after another. */
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
}

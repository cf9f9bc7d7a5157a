package io.github.cxonetools.schema;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Files that are there as a whole or not at all. */
final class AtomicFiles {

    private static final long PID = ProcessHandle.current().pid();

    private AtomicFiles() {}

    /**
     * Writes {@code bytes}, unless {@code file} holds just that: then its modification time stays.
     *
     * @return true where the file was written
     */
    static boolean write(Path file, byte[] bytes) throws IOException {
        if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
            return false;
        }
        Path folder = file.toAbsolutePath().getParent();
        // No file of Files.createTempFile: others could not read it, and its name costs a secure random number.
        Path temporary = folder.resolve("." + file.getFileName() + "." + PID + ".tmp");
        try {
            Files.write(temporary, bytes);
            move(temporary, file);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return true;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

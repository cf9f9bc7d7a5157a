package io.github.cxonetools.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A temporary file beside the one whose place it takes when it is whole; without that it is gone when it is closed. */
final class TemporaryFile implements AutoCloseable {

    /** Of a name, so that with what is put around it no file system finds it too long. */
    private static final int LONGEST = 60;

    /** Another process may not have made it. */
    private static final OpenOption[] NEW = {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};

    /** Folders in which what was left behind has been removed: once a process will do. */
    private static final Set<Path> CLEAN = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path path;
    private boolean made;

    private TemporaryFile(Path target, Path path) {
        this.target = target;
        this.path = path;
    }

    /** Beside {@code target}, which is no symbolic link, in a folder that is made where it is missing. */
    static TemporaryFile of(Path target) throws IOException {
        Path folder = folder(target);
        if (CLEAN.add(folder)) {
            if (Files.isDirectory(folder)) {
                clean(folder);
            } else {
                Files.createDirectories(folder);
            }
        }
        String name = target.getFileName().toString();
        return new TemporaryFile(
                target, folder.resolve(TemporaryNames.of("." + name.substring(0, Math.min(name.length(), LONGEST)))));
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }

    private static void clean(Path folder) throws IOException {
        for (Path abandoned : TemporaryNames.abandoned(folder, ".")) {
            Files.deleteIfExists(abandoned);
        }
    }

    /** Makes it. Not by {@code Files.createTempFile}: what that makes only its owner may read. */
    OutputStream stream() throws IOException {
        try {
            return made(Files.newOutputStream(path, NEW));
        } catch (NoSuchFileException e) {
            // The folder was there when this process wrote into it before.
            Files.createDirectories(folder(path));
            return made(Files.newOutputStream(path, NEW));
        }
    }

    private OutputStream made(OutputStream out) {
        made = true;
        return out;
    }

    /** As {@link #stream}. */
    FileChannel channel() throws IOException {
        stream().close();
        return FileChannel.open(path, StandardOpenOption.WRITE);
    }

    /** Puts it into its place. */
    void move() throws IOException {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
        }
        made = false;
    }

    @Override
    public void close() throws IOException {
        if (made) {
            Files.deleteIfExists(path);
        }
    }
}

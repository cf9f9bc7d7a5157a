package io.github.cxonetools.deployment.receipts;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A file that threads, class loaders and processes change one after another: who holds it is told to those who wait. */
final class LockedFile {

    private static final long SHORTEST_PAUSE_MILLIS = 2;
    private static final long LONGEST_PAUSE_MILLIS = 100;

    /** Behind every text, so that others can read who holds the file: on some systems, what is locked cannot be read. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int LONGEST_HOLDER = 200;

    /**
     * One channel a file, never closed: on POSIX systems, closing any channel of a file gives up every lock that this JVM
     * holds on it, also that of another thread.
     */
    private static final Map<Path, OpenChannel> CHANNELS = new HashMap<>();

    private final Path file;

    LockedFile(Path file) {
        this.file = file;
    }

    private record OpenChannel(
            FileChannel channel, @Nullable Object key) {}

    /** A file that nobody else changes until this is closed. */
    static final class Held implements AutoCloseable {

        private final FileLock lock;

        private Held(FileLock lock) {
            this.lock = lock;
        }

        @Override
        public void close() throws UnavailableException {
            try {
                lock.release();
            } catch (IOException e) {
                throw new UnavailableException("Could not release the lock of a file. Check the disk", e);
            }
        }
    }

    /**
     * Locks the file.
     *
     * @param limit how long it may take
     * @param waiting is told once, in a sentence, that another holds it
     * @throws UnavailableException where it takes longer
     */
    Held lock(Duration limit, Consumer<String> waiting) throws CxoneException {
        long begun = System.nanoTime();
        long pause = SHORTEST_PAUSE_MILLIS;
        boolean isTold = false;
        try {
            FileChannel channel = channel();
            FileLock lock = tryLock(channel);
            while (lock == null) {
                String holder = holder(channel);
                if (System.nanoTime() - begun > limit.toNanos()) {
                    throw new UnavailableException("Waited " + limit + " for " + holder + ", which holds " + file
                            + ". Run this again when it has ended, or let it wait longer: -Dcxone.maxWait=PT30M");
                }
                if (!isTold && pause == LONGEST_PAUSE_MILLIS) {
                    waiting.accept("Waiting for " + holder + ", which holds " + file + ", at most " + limit);
                    isTold = true;
                }
                Thread.sleep(pause);
                pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
                channel = channel();
                lock = tryLock(channel);
            }
            signIn(channel);
            return new Held(lock);
        } catch (IOException e) {
            throw new UnavailableException(
                    "Could not lock " + file + ". Check that its folder exists and can be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted while waiting for " + file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // Another thread of this JVM has it, of this or another class loader.
        }
    }

    private FileChannel channel() throws IOException {
        Path target = AtomicFile.target(file);
        Path folder = Files.createDirectories(Objects.requireNonNull(target.getParent()))
                .toRealPath();
        Path lockFile = folder.resolve(target.getFileName() + ".lock");
        synchronized (CHANNELS) {
            OpenChannel open = CHANNELS.get(lockFile);
            if (open == null || !Objects.equals(open.key(), key(lockFile))) {
                FileChannel channel = FileChannel.open(
                        lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                open = new OpenChannel(channel, key(lockFile));
                CHANNELS.put(lockFile, open);
            }
            return open.channel();
        }
    }

    /** Tells a file from another that was put in its place; null where there is none. */
    private static @Nullable Object key(Path lockFile) throws IOException {
        return Files.exists(lockFile) ? List.of(String.valueOf(fileKey(lockFile))) : null;
    }

    private static @Nullable Object fileKey(Path lockFile) throws IOException {
        return Files.readAttributes(lockFile, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }

    private static void signIn(FileChannel channel) throws IOException {
        BuildProcess own = BuildProcess.current();
        String text = own.pid() + " " + own.startedAt() + " " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_HOLDER);
        int length = Math.max(0, channel.read(buffer, 0));
        String[] words = new String(buffer.array(), 0, length, StandardCharsets.UTF_8)
                .strip()
                .split(" ", -1);
        if (words.length != 3 || !words[0].matches("[0-9]+")) {
            return "another build";
        }
        return words[0].equals(Long.toString(BuildProcess.current().pid()))
                ? "another module of this build"
                : "another build (process " + words[0] + ", since " + words[2].replaceAll("[^0-9TZ:.-]", "") + ")";
    }
}

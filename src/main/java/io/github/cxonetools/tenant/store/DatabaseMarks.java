package io.github.cxonetools.tenant.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * How much the database has acknowledged, in a file of its own: a database that is damaged can look like one that is only
 * older. What is written here was committed before, so that the database never has less.
 */
final class DatabaseMarks implements AutoCloseable {

    private static final String FORM = "%019d %019d %019d%n";

    private final FileChannel channel;
    private RecordCounts counts;

    private DatabaseMarks(FileChannel channel, RecordCounts counts) {
        this.channel = channel;
        this.counts = counts;
    }

    /**
     * What a database holds.
     *
     * @param actions how many there are
     * @param changes creations and changes of actions together
     * @param executions how many were recorded
     */
    record RecordCounts(long actions, long changes, long executions) {

        static final RecordCounts NONE = new RecordCounts(0, 0, 0);

        boolean has(RecordCounts acknowledged) {
            return actions >= acknowledged.actions
                    && changes >= acknowledged.changes
                    && executions >= acknowledged.executions;
        }
    }

    /** What was acknowledged; nothing where the file is missing or was cut off. */
    static RecordCounts read(Path file) throws IOException {
        try {
            String[] words = Files.readString(file).strip().split(" ", -1);
            return words.length == 3
                    ? new RecordCounts(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]))
                    : RecordCounts.NONE;
        } catch (NoSuchFileException | NumberFormatException e) {
            return RecordCounts.NONE;
        }
    }

    /** Begins with what the database has. */
    static DatabaseMarks open(Path file, RecordCounts present) throws IOException {
        DatabaseMarks marks =
                new DatabaseMarks(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), present);
        marks.write();
        return marks;
    }

    synchronized RecordCounts counts() {
        return counts;
    }

    synchronized void actionCreated(long revision) {
        counts = new RecordCounts(counts.actions + 1, counts.changes + revision + 1, counts.executions);
        writeIfPossible();
    }

    synchronized void actionChanged() {
        counts = new RecordCounts(counts.actions, counts.changes + 1, counts.executions);
        writeIfPossible();
    }

    synchronized void executionsRecorded(int more) {
        counts = new RecordCounts(counts.actions, counts.changes, counts.executions + more);
        writeIfPossible();
    }

    private void writeIfPossible() {
        try {
            write();
        } catch (IOException e) {
            // A mark that is too low is only less watchful; the commit holds.
        }
    }

    private void write() throws IOException {
        String text = String.format(Locale.ROOT, FORM, counts.actions, counts.changes, counts.executions);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // What was written stays.
        }
    }
}

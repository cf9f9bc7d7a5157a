package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.TemporaryNames;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The database's file, the backup of its last clean stop, and {@code check.json}, which tells whether the file is still the
 * one of that stop: {@code {"clean": true, "size": …, "crc32": "…"}}.
 */
final class DatabaseFiles {

    static final String DATABASE = "tenant.mv.db";
    static final String BACKUP = "tenant.backup.mv.db";
    static final String MARKS = "tenant.mark";
    static final String CHECK = "check.json";

    private static final int BUFFER = 1 << 16;

    private final TenantDirectory directory;

    DatabaseFiles(TenantDirectory directory) {
        this.directory = directory;
    }

    /** What is known of the file before it is opened. */
    enum FileState {
        /** There is none, or none that was ever used. */
        NEW,
        /** It is the one of the last clean stop, or its backup. */
        CLEAN,
        /** The last process that had it was ended by force, or it comes from an earlier version of the plugin. */
        UNKNOWN,
        /** It was stopped cleanly, and is another since. */
        CHANGED
    }

    FileState state() throws CxoneException {
        Path file = path();
        try {
            if (!Files.exists(file)) {
                forget();
                return FileState.NEW;
            }
            JsonNode check = check();
            if (!check.path("crc32").isString()) {
                return Files.size(file) == 0 && acknowledged().equals(DatabaseMarks.RecordCounts.NONE)
                        ? FileState.NEW
                        : FileState.UNKNOWN;
            }
            boolean isClean = check.path("clean").asBoolean(false);
            if (isSame(check, file)) {
                return FileState.CLEAN; // Where it was not stopped, somebody has put its backup back.
            }
            return isClean ? FileState.CHANGED : FileState.UNKNOWN;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    Path path() {
        return directory.file(DATABASE);
    }

    DatabaseMarks.RecordCounts acknowledged() throws CxoneException {
        try {
            return DatabaseMarks.read(directory.file(MARKS));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** From now on the file changes: until the next clean stop it is not the one that the check tells. */
    DatabaseMarks inUse(DatabaseMarks.RecordCounts present) throws CxoneException {
        directory.write(CHECK, check().put("clean", false));
        directory.protect(MARKS);
        try {
            return DatabaseMarks.open(directory.file(MARKS), present);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** The file was closed: it is backed up, and from now on known. Where that fails, the next start looks closer. */
    void stopped() {
        try {
            Path file = path();
            ObjectNode check = Json.object().put("clean", true).put("size", Files.size(file));
            check.put("crc32", crc(file));
            if (!isSame(check, directory.file(BACKUP))) {
                backUp(file);
            }
            directory.write(CHECK, check);
        } catch (IOException | CxoneException e) {
            // The tenant has ended, and what it acknowledged is in its file.
        }
    }

    private void backUp(Path file) throws IOException, CxoneException {
        String name = TemporaryNames.of(BACKUP);
        directory.protect(name);
        Path temporary = directory.file(name);
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                Files.copy(file, out);
            }
            Files.move(temporary, directory.file(BACKUP), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** What is wrong, as a sentence without its full stop, and what to type. */
    RejectedException damaged(String what, Exception cause) {
        return new RejectedException(
                "The local tenant's database " + path() + " cannot be used: it is damaged. " + what + remedy(), cause);
    }

    RejectedException damaged(String what) {
        return new RejectedException(
                "The local tenant's database " + path() + " cannot be used: it is damaged. " + what + remedy());
    }

    private String remedy() {
        Path backup = directory.file(BACKUP);
        String goBack = Files.exists(backup) ? "\n  cp " + quoted(backup) + " " + quoted(path()) : "";
        return (goBack.isEmpty()
                        ? ". No backup was made yet: one is at each clean stop."
                        : ". To go back to the tenant's last clean stop:" + goBack)
                + "\nTo go on with what is left, where it can still be read:\n  rm " + quoted(directory.file(CHECK))
                + " "
                + quoted(directory.file(MARKS)) + "\nTo begin anew:\n  mv " + quoted(path()) + " "
                + quoted(directory.file("damaged.mv.db"));
    }

    /** For a shell. */
    static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9._:/@%+,=-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    private void forget() throws CxoneException {
        directory.delete(CHECK);
        directory.delete(MARKS);
    }

    private ObjectNode check() throws CxoneException {
        try {
            JsonNode check = Json.read(Files.readAllBytes(directory.file(CHECK)));
            return check instanceof ObjectNode object ? object : Json.object();
        } catch (NoSuchFileException | JacksonException e) {
            return Json.object();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static boolean isSame(JsonNode check, Path file) throws IOException {
        return Files.exists(file)
                && check.path("size").asLong(-1) == Files.size(file)
                && check.path("crc32").asString("").equals(crc(file));
    }

    private static String crc(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            readAll(in);
            return Long.toHexString(in.getChecksum().getValue());
        }
    }

    private static void readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        while (in.read(buffer) >= 0) {
            // The sum is made on the way.
        }
    }

    private UnavailableException unusable(IOException e) {
        return new UnavailableException(
                "The local tenant cannot read or write in its directory " + directory.path() + " ("
                        + e.getClass().getSimpleName() + "). Free space or change its permissions",
                e);
    }
}

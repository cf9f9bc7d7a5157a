package io.github.cxonetools.deployment.receipts;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** The entries of {@code receipts.json}, of all tenants, by tenant, action and version; parsed again only when changed. */
final class ReceiptFile {

    /** One change takes milliseconds: who waits longer waits for a build. */
    private static final Duration FOR_ONE_CHANGE = Duration.ofMinutes(2);

    private final Path file;
    private final LockedFile locked;

    private @Nullable List<Object> stamp;
    private ReceiptDocument document = ReceiptDocument.MISSING;
    private volatile boolean held;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    ReceiptFile(Path file) {
        this.file = file;
        this.locked = new LockedFile(file);
    }

    Path path() {
        return file;
    }

    static String key(String baseUrl, String action, String version) {
        return String.join("\n", tenant(baseUrl), action, version);
    }

    static String tenant(String baseUrl) {
        return baseUrl.replaceAll("/+$", "");
    }

    /** Changes the entries. */
    @FunctionalInterface
    interface Change {

        /** Changes {@code entries}, and says whether it did. */
        boolean apply(SortedMap<String, ObjectNode> entries) throws CxoneException;
    }

    /** What is in the file now; not to be changed. */
    SortedMap<String, ObjectNode> entries() throws CxoneException {
        return document().entries();
    }

    /** What is in the file now. */
    synchronized ReceiptDocument document() throws CxoneException {
        try {
            List<Object> found = stampNow();
            if (!found.equals(stamp)) {
                document = ReceiptDocument.parse(Files.readAllBytes(file));
                stamp = found;
            }
        } catch (NoSuchFileException e) {
            document = ReceiptDocument.MISSING;
            stamp = null;
        } catch (JacksonException e) {
            throw unusable(Json.describe(e), e);
        } catch (ReceiptDocument.LaterFormatException e) {
            throw new RejectedException(
                    file + " has the format " + e.format() + ", and this version of the plugin knows format "
                            + ReceiptDocument.FORMAT
                            + ". Nothing was changed. Use the version of the plugin that wrote it",
                    e);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ". Check its permissions", e);
        }
        return document;
    }

    /** Does work while only what has this object can change the file. */
    void exclusively(Duration limit, Consumer<String> waiting, Receipts.LockedWork work) throws CxoneException {
        LockedFile.Held lock = locked.lock(limit, waiting);
        try (lock) {
            held = true;
            document();
            work.run();
        } finally {
            held = false;
        }
    }

    /** Changes the file while nobody else can. */
    void change(Change change) throws CxoneException {
        if (held) {
            changeNow(change);
            return;
        }
        LockedFile.Held lock = locked.lock(FOR_ONE_CHANGE, sentence -> {});
        try (lock) {
            changeNow(change);
        }
    }

    /** Who comes first writes for all who came meanwhile; each returns when its own change is on disk. */
    private void changeNow(Change change) throws CxoneException {
        Waiting own = new Waiting(change);
        waiting.add(own);
        synchronized (this) {
            if (!own.isDone) {
                writeWaiting();
            }
        }
        if (own.failure instanceof CxoneException failure) {
            throw failure;
        }
        if (own.failure != null) {
            throw new IllegalStateException(own.failure);
        }
    }

    private void writeWaiting() {
        List<Waiting> together = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = waiting.poll()) {
            together.add(next);
        }
        try {
            SortedMap<String, ObjectNode> before = entries();
            SortedMap<String, ObjectNode> after = before;
            for (Waiting each : together) {
                after = each.apply(after);
            }
            if (after != before) {
                ReceiptDocument written = document.with(after);
                AtomicFile.writeForced(file, written.toJson());
                keep(written);
            }
        } catch (CxoneException | RuntimeException e) {
            together.forEach(each -> each.failure = each.failure == null ? e : each.failure);
        } finally {
            together.forEach(each -> each.isDone = true);
        }
    }

    /** A change that is to be written, with others perhaps; all but the change itself is guarded by the file's monitor. */
    private static final class Waiting {

        private final Change change;
        private boolean isDone;
        private @Nullable Exception failure;

        Waiting(Change change) {
            this.change = change;
        }

        /** The changed entries; the same where nothing changes, or the change fails. */
        SortedMap<String, ObjectNode> apply(SortedMap<String, ObjectNode> entries) {
            SortedMap<String, ObjectNode> changed = new TreeMap<>(entries);
            try {
                return change.apply(changed) ? changed : entries;
            } catch (CxoneException | RuntimeException e) {
                failure = e;
                return entries;
            }
        }
    }

    /** What was just written need not be parsed again. */
    private void keep(ReceiptDocument written) throws CxoneException {
        try {
            document = written;
            stamp = stampNow();
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ". Check its permissions", e);
        }
    }

    /** A file that was replaced has another key, whatever its time and size. */
    private List<Object> stampNow() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    }

    RejectedException unusable(String problem, Exception cause) {
        return new RejectedException(
                file + ": " + problem + ". Correct the receipts, or restore them from version control", cause);
    }
}

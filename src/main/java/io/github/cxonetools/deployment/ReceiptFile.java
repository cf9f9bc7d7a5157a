package io.github.cxonetools.deployment;

import io.github.cxonetools.action.AtomicFile;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Json;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The entries of {@code receipts.json}, of all tenants, by tenant, action and version; parsed again only when changed. */
final class ReceiptFile {

    private static final String ENTRIES = "receipts";

    private final Path file;
    private final LockedFile locked;

    private @Nullable List<Object> stamp;
    private SortedMap<String, ObjectNode> entries = Collections.emptySortedMap();

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
    synchronized SortedMap<String, ObjectNode> entries() throws CxoneException {
        try {
            List<Object> found = stampNow();
            if (!found.equals(stamp)) {
                entries = parse(Files.readAllBytes(file));
                stamp = found;
            }
        } catch (NoSuchFileException e) {
            entries = Collections.emptySortedMap();
            stamp = null;
        } catch (JacksonException e) {
            throw unusable(Json.describe(e), e);
        } catch (IllegalArgumentException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ". Check its permissions", e);
        }
        return entries;
    }

    /** Changes the file while nobody else can. */
    void change(Change change) throws CxoneException {
        locked.locked(() -> {
            SortedMap<String, ObjectNode> changed = new TreeMap<>(entries());
            if (change.apply(changed)) {
                write(changed);
                keep(changed);
            }
        });
    }

    /** What was just written need not be parsed again. */
    private synchronized void keep(SortedMap<String, ObjectNode> written) throws IOException {
        entries = written;
        stamp = stampNow();
    }

    /** A file that was replaced has another key, whatever its time and size. */
    private List<Object> stampNow() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    }

    private void write(SortedMap<String, ObjectNode> changed) throws UnavailableException {
        ObjectNode json = Json.object();
        ArrayNode array = json.putArray(ENTRIES);
        changed.values().forEach(array::add);
        AtomicFile.write(file, json);
    }

    private static SortedMap<String, ObjectNode> parse(byte[] bytes) {
        SortedMap<String, ObjectNode> parsed = new TreeMap<>();
        for (JsonNode entry : Json.read(bytes).path(ENTRIES)) {
            if (!(entry instanceof ObjectNode object)) {
                throw new IllegalArgumentException("an entry is no object");
            }
            String key = key(
                    ReceiptJson.required(entry, "baseUrl"),
                    ReceiptJson.required(entry, "action"),
                    ReceiptJson.required(entry, "version"));
            parsed.put(key, object);
        }
        return parsed;
    }

    RejectedException unusable(String problem, Exception cause) {
        return new RejectedException(
                file + ": " + problem + ". Correct the receipts, or restore them from version control", cause);
    }
}

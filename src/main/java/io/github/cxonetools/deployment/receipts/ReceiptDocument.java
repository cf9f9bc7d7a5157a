package io.github.cxonetools.deployment.receipts;

import io.github.cxonetools.json.Json;
import java.io.Serial;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of {@code receipts.json}: {@code {"format": 1, "receipts": […]}}, where the format may be left out. Members that
 * are not ours survive.
 *
 * @param silence why it says nothing about any tenant; empty where it has an array of receipts, be it an empty one
 * @param others the members besides format and receipts
 * @param entries by {@link ReceiptFile#key}
 */
record ReceiptDocument(String silence, ObjectNode others, SortedMap<String, ObjectNode> entries) {

    static final int FORMAT = 1;

    static final ReceiptDocument MISSING = silent("it is missing", Json.object());

    private static final String ENTRIES = "receipts";

    /** What a later version, or another tool, may call its format. */
    private static final List<String> FORMATS = List.of("format", "formatVersion", "schemaVersion", "version");

    /** A format that this version does not know. */
    static final class LaterFormatException extends IllegalArgumentException {

        @Serial
        private static final long serialVersionUID = 1;

        private final String format;

        LaterFormatException(String format) {
            super("format " + format);
            this.format = format;
        }

        String format() {
            return format;
        }
    }

    private static ReceiptDocument silent(String silence, ObjectNode others) {
        return new ReceiptDocument(silence, others, Collections.emptySortedMap());
    }

    /**
     * Reads a file.
     *
     * @throws LaterFormatException where it has a format that is not known
     * @throws IllegalArgumentException where it is no receipts file; the message says why
     * @throws tools.jackson.core.JacksonException where it is no JSON
     */
    static ReceiptDocument parse(byte[] bytes) {
        JsonNode json = Json.read(bytes);
        if (json.isMissingNode() || json.isNull() || json.isArray() && json.isEmpty()) {
            return silent("it is " + (json.isMissingNode() ? "empty" : Json.compact(json)), Json.object());
        }
        if (!(json instanceof ObjectNode object)) {
            throw new IllegalArgumentException(
                    "this does not hold receipts: there is no object with an array \"receipts\"");
        }
        requireKnownFormat(object);
        ObjectNode others = object.deepCopy();
        others.remove(List.of(ENTRIES, FORMATS.get(0)));
        JsonNode entries = object.path(ENTRIES);
        if (entries.isMissingNode() || entries.isNull()) {
            return silent("it has no array \"receipts\"", others);
        }
        if (!entries.isArray()) {
            throw new IllegalArgumentException("\"receipts\" is not an array");
        }
        return new ReceiptDocument("", others, entries(entries));
    }

    private static void requireKnownFormat(ObjectNode object) {
        for (String name : FORMATS) {
            JsonNode format = object.path(name);
            boolean isOurs = name.equals(FORMATS.get(0));
            if (isOurs ? object.has(name) && !isKnown(format) : format.isInt() && !isKnown(format)) {
                throw new LaterFormatException(Json.compact(format));
            }
        }
    }

    private static boolean isKnown(JsonNode format) {
        return format.isInt() && format.intValue() == FORMAT;
    }

    private static SortedMap<String, ObjectNode> entries(JsonNode array) {
        SortedMap<String, ObjectNode> entries = new TreeMap<>();
        for (JsonNode entry : array) {
            if (!(entry instanceof ObjectNode object)) {
                throw new IllegalArgumentException("an entry is not an object");
            }
            String action = ReceiptJson.required(entry, "action");
            String version = ReceiptJson.required(entry, "version");
            String key = ReceiptFile.key(ReceiptJson.required(entry, "baseUrl"), action, version);
            ObjectNode before = entries.put(key, object);
            if (before != null && !before.equals(object)) {
                throw new IllegalArgumentException(action + " " + version + " stands there twice for the same tenant");
            }
        }
        return entries;
    }

    ReceiptDocument with(SortedMap<String, ObjectNode> changed) {
        return new ReceiptDocument("", others, changed);
    }

    ObjectNode toJson() {
        ObjectNode json = Json.object();
        json.put(FORMATS.get(0), FORMAT);
        json.setAll(others);
        ArrayNode array = json.putArray(ENTRIES);
        entries.values().forEach(array::add);
        return json;
    }
}

package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.json.JsonPointers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Orders JSON pointers as their places follow each other in a document: members as they stand there, index 2 before 10. */
final class DocumentOrder implements Comparator<String> {

    private final JsonNode expected;
    private final JsonNode actual;

    /** Of the members of each object, by its pointer: documents may have very many. */
    private final Map<String, Map<String, Integer>> places = new HashMap<>();

    /** @param actual where members stand that are not in {@code expected} */
    DocumentOrder(JsonNode expected, @Nullable JsonNode actual) {
        this.expected = expected;
        this.actual = actual == null ? MissingNode.getInstance() : actual;
    }

    @Override
    public int compare(String one, String other) {
        List<String> left = segments(one);
        List<String> right = segments(other);
        int same = 0;
        while (same < Math.min(left.size(), right.size()) && left.get(same).equals(right.get(same))) {
            same++;
        }
        if (same == left.size() || same == right.size()) {
            return Integer.compare(left.size(), right.size());
        }
        return compare(left.get(same), right.get(same), pointer(left.subList(0, same)));
    }

    private int compare(String one, String other, String parent) {
        Map<String, Integer> names = places.computeIfAbsent(parent, this::places);
        if (names.isEmpty()) {
            int byLength = Integer.compare(one.length(), other.length());
            return byLength != 0 ? byLength : one.compareTo(other);
        }
        int byPlace = Integer.compare(
                names.getOrDefault(one, Integer.MAX_VALUE), names.getOrDefault(other, Integer.MAX_VALUE));
        return byPlace != 0 ? byPlace : one.compareTo(other);
    }

    /** Of an object's members, those that are expected first; empty for an array. */
    private Map<String, Integer> places(String parent) {
        JsonPointer pointer = JsonPointer.compile(parent);
        Map<String, Integer> names = new HashMap<>();
        for (JsonNode object : List.of(expected.at(pointer), actual.at(pointer))) {
            object.propertyNames().forEach(name -> names.putIfAbsent(name, names.size()));
        }
        return names;
    }

    private static List<String> segments(String pointer) {
        return List.of(pointer.split("/", -1)).stream()
                .skip(1)
                .map(JsonPointers::unescaped)
                .toList();
    }

    private static String pointer(List<String> segments) {
        StringBuilder text = new StringBuilder();
        segments.forEach(segment -> text.append('/').append(JsonPointers.escaped(segment)));
        return text.toString();
    }
}

package io.github.cxonetools.client.http;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of an error body, each with the field that it is about: RFC 9457's problem details, RFC 6749's errors, the
 * {@code errors} of ASP.NET and Spring, {@code details}, and whatever else is built of texts, lists and objects.
 */
public final class ErrorWords {

    private final Set<String> statements = new LinkedHashSet<>();

    private ErrorWords() {}

    /** The words in one line; the body as it came where it is no JSON or has none. */
    static String of(String body) {
        try {
            String said = said(Json.readLenient(body));
            return said.isEmpty() ? body : said;
        } catch (JacksonException e) {
            return body;
        }
    }

    /** Whether a body that came with a success tells of an error. */
    public static boolean isError(JsonNode body) {
        return body.properties().stream()
                .filter(member -> ErrorMembers.plain(member.getKey()).startsWith("error"))
                .map(Map.Entry::getValue)
                .anyMatch(value -> value.isContainer()
                        ? !value.isEmpty()
                        : value.isString() && !ErrorMembers.text(value).isEmpty());
    }

    /** What stands in members that hold codes, at any depth. */
    static Set<String> codes(JsonNode body) {
        Set<String> codes = new TreeSet<>();
        body.properties().stream()
                .filter(member -> ErrorMembers.CODES.contains(ErrorMembers.plain(member.getKey()))
                        && member.getValue().isString())
                .forEach(member -> codes.add(ErrorMembers.text(member.getValue())));
        body.forEach(child -> codes.addAll(codes(child)));
        return codes;
    }

    private static String said(JsonNode body) {
        ErrorWords words = new ErrorWords();
        if (!(body instanceof ObjectNode object)) {
            words.collect(body, "", true);
            return words.joined();
        }
        List<String> parts = new ArrayList<>(ErrorMembers.texts(object, ErrorMembers.CODES));
        parts.addAll(ErrorMembers.texts(object, ErrorMembers.WORDS));
        String place = ErrorMembers.place(object, ErrorMembers.PLACES_OF_ALL);
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            String name = ErrorMembers.plain(member.getKey());
            boolean isSaid = member.getValue().isString()
                    && (ErrorMembers.CODES.contains(name) || ErrorMembers.WORDS.contains(name));
            if (isSaid || name.equals("path") || ErrorMembers.PLACES_OF_ALL.contains(name) && !place.isEmpty()) {
                continue;
            }
            if (member.getValue().isContainer() || member.getValue().isString()) {
                words.member(member, "");
            }
        }
        String rest = words.joined();
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return (place.isEmpty() ? "" : place + ": ") + sentence(new LinkedHashSet<>(parts));
    }

    private String joined() {
        return String.join("; ", statements);
    }

    private void member(Map.Entry<String, JsonNode> member, String field) {
        String name = ErrorMembers.plain(member.getKey());
        if (!ErrorMembers.NO_WORDS.contains(name) && !member.getKey().startsWith("@")) {
            collect(
                    member.getValue(),
                    ErrorMembers.WRAPPERS.contains(name) ? field : join(field, member.getKey()),
                    false);
        }
    }

    /** @param listed whether the value stands in a list, where an object is a statement and not a map of fields */
    private void collect(JsonNode value, String field, boolean listed) {
        if (value instanceof ObjectNode object) {
            object(object, field, listed);
        } else if (value.isArray()) {
            value.forEach(element -> collect(element, field, true));
        } else if (!value.isNull() && !ErrorMembers.text(value).isEmpty()) {
            statements.add(prefix(field) + ErrorMembers.text(value));
        }
    }

    private void object(ObjectNode object, String field, boolean listed) {
        Set<String> words = ErrorMembers.texts(object, ErrorMembers.WORDS);
        if (words.isEmpty() && object.path("error").isString()) {
            words = ErrorMembers.texts(object, List.of("error"));
        }
        boolean isStatement = listed
                || object.properties().stream()
                        .anyMatch(member -> ErrorMembers.MESSAGES.contains(ErrorMembers.plain(member.getKey()))
                                && member.getValue().isString());
        if (isStatement && !words.isEmpty()) {
            statement(object, field, words);
        } else if (listed
                && object.properties().stream()
                        .allMatch(member -> ErrorMembers.isPlaceOrCode(ErrorMembers.plain(member.getKey())))) {
            statements.add(prefix(field) + Json.compact(object));
        } else {
            object.properties().forEach(member -> member(member, field));
        }
    }

    private void statement(ObjectNode object, String field, Set<String> words) {
        String where = join(field, ErrorMembers.place(object, ErrorMembers.PLACES));
        Set<String> codes = ErrorMembers.texts(object, ErrorMembers.CODES);
        codes.removeAll(words);
        statements.add(
                prefix(where) + sentence(words) + (codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")"));
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = ErrorMembers.plain(member.getKey());
            boolean isSaid = ErrorMembers.PLACES.contains(name)
                    || name.equals("source")
                    || (!member.getValue().isContainer()
                            && (ErrorMembers.WORDS.contains(name) || ErrorMembers.CODES.contains(name)));
            if (!isSaid && !member.getValue().isBoolean()) {
                member(member, where);
            }
        }
    }

    private static String join(String field, String place) {
        if (field.isEmpty() || place.isEmpty()) {
            return field + place;
        }
        return field + (place.matches("[/#\\[].*") ? "" : ".") + place;
    }

    private static String prefix(String field) {
        return field.isEmpty() ? "" : field + ": ";
    }

    private static String sentence(Set<String> parts) {
        StringBuilder sentence = new StringBuilder();
        for (String part : parts) {
            if (!sentence.isEmpty()) {
                boolean isEnded = ".!?:".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
                sentence.append(isEnded ? " " : ": ");
            }
            sentence.append(part);
        }
        return sentence.toString();
    }
}

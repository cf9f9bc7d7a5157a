package io.github.cxonetools.client.http;

import io.github.cxonetools.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The words of an error body, each with the field that it is about: RFC 9457's problem details, RFC 6749's errors, the
 * {@code errors} of ASP.NET and Spring, {@code details}, and whatever else is built of texts, lists and objects. Names of
 * members are compared without case, {@code -} and {@code _}.
 */
public final class ErrorWords {

    /** In the order in which they are said. */
    private static final List<String> CODES = List.of("code", "error", "errorcode");

    private static final List<String> WORDS = List.of(
            "title",
            "message",
            "msg",
            "detail",
            "errormessage",
            "defaultmessage",
            "reason",
            "description",
            "errordescription");

    /** Of an object that may as well have fields for its members, these make it a statement. */
    private static final Set<String> MESSAGES =
            Set.of("message", "msg", "detail", "errormessage", "defaultmessage", "reason", "errordescription");

    private static final List<String> PLACES = List.of(
            "field",
            "fieldname",
            "pointer",
            "property",
            "propertyname",
            "propertypath",
            "parameter",
            "param",
            "attribute",
            "loc",
            "path",
            "instancepath",
            "datapath",
            "target",
            "location",
            "key",
            "name");

    /** Those that name a place in a whole body too; its name, path and target may be anything. */
    private static final List<String> PLACES_OF_ALL = PLACES.subList(0, 10);

    /** Names that say nothing of what they hold. */
    private static final Set<String> WRAPPERS = Set.of(
            "error",
            "errors",
            "detail",
            "details",
            "message",
            "messages",
            "violations",
            "fieldviolations",
            "constraintviolations",
            "fielderrors",
            "validationerrors",
            "suberrors",
            "innererror",
            "invalidparams",
            "modelstate",
            "problems",
            "causes",
            "fault");

    /** What is for machines. */
    private static final Set<String> NO_WORDS = Set.of(
            "type",
            "instance",
            "timestamp",
            "status",
            "statuscode",
            "httpstatus",
            "codes",
            "arguments",
            "objectname",
            "trace",
            "stack",
            "stacktrace");

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
                .filter(member -> plain(member.getKey()).startsWith("error"))
                .map(Map.Entry::getValue)
                .anyMatch(value -> value.isContainer()
                        ? !value.isEmpty()
                        : value.isString() && !text(value).isEmpty());
    }

    /** What stands in members that hold codes, at any depth. */
    static Set<String> codes(JsonNode body) {
        Set<String> codes = new TreeSet<>();
        body.properties().stream()
                .filter(member -> CODES.contains(plain(member.getKey()))
                        && member.getValue().isString())
                .forEach(member -> codes.add(text(member.getValue())));
        body.forEach(child -> codes.addAll(codes(child)));
        return codes;
    }

    private static String said(JsonNode body) {
        ErrorWords words = new ErrorWords();
        if (!(body instanceof ObjectNode object)) {
            words.collect(body, "", true);
            return words.joined();
        }
        List<String> parts = new ArrayList<>(texts(object, CODES));
        parts.addAll(texts(object, WORDS));
        String place = place(object, PLACES_OF_ALL);
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            String name = plain(member.getKey());
            boolean isSaid = member.getValue().isString() && (CODES.contains(name) || WORDS.contains(name));
            if (isSaid || name.equals("path") || PLACES_OF_ALL.contains(name) && !place.isEmpty()) {
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
        String name = plain(member.getKey());
        if (!NO_WORDS.contains(name) && !member.getKey().startsWith("@")) {
            collect(member.getValue(), WRAPPERS.contains(name) ? field : join(field, member.getKey()), false);
        }
    }

    /** @param listed whether the value stands in a list, where an object is a statement and not a map of fields */
    private void collect(JsonNode value, String field, boolean listed) {
        if (value instanceof ObjectNode object) {
            object(object, field, listed);
        } else if (value.isArray()) {
            value.forEach(element -> collect(element, field, true));
        } else if (!value.isNull() && !text(value).isEmpty()) {
            statements.add(prefix(field) + text(value));
        }
    }

    private void object(ObjectNode object, String field, boolean listed) {
        Set<String> words = texts(object, WORDS);
        if (words.isEmpty() && object.path("error").isString()) {
            words = texts(object, List.of("error"));
        }
        boolean isStatement = listed
                || object.properties().stream()
                        .anyMatch(member -> MESSAGES.contains(plain(member.getKey()))
                                && member.getValue().isString());
        if (isStatement && !words.isEmpty()) {
            statement(object, field, words);
        } else if (listed && object.properties().stream().allMatch(member -> isPlaceOrCode(plain(member.getKey())))) {
            statements.add(prefix(field) + Json.compact(object));
        } else {
            object.properties().forEach(member -> member(member, field));
        }
    }

    private void statement(ObjectNode object, String field, Set<String> words) {
        String where = join(field, place(object, PLACES));
        Set<String> codes = texts(object, CODES);
        codes.removeAll(words);
        statements.add(
                prefix(where) + sentence(words) + (codes.isEmpty() ? "" : " (" + String.join(", ", codes) + ")"));
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            String name = plain(member.getKey());
            boolean isSaid = PLACES.contains(name)
                    || name.equals("source")
                    || (!member.getValue().isContainer() && (WORDS.contains(name) || CODES.contains(name)));
            if (!isSaid && !member.getValue().isBoolean()) {
                member(member, where);
            }
        }
    }

    private static boolean isPlaceOrCode(String name) {
        return PLACES.contains(name) || CODES.contains(name) || NO_WORDS.contains(name);
    }

    private static Set<String> texts(ObjectNode object, List<String> names) {
        Set<String> texts = new LinkedHashSet<>();
        for (String name : names) {
            object.properties().stream()
                    .filter(member -> plain(member.getKey()).equals(name))
                    .filter(member -> member.getValue().isString())
                    .map(member -> text(member.getValue()))
                    .filter(text -> !text.isEmpty())
                    .forEach(texts::add);
        }
        return texts;
    }

    private static String place(ObjectNode object, List<String> names) {
        for (String name : names) {
            for (Map.Entry<String, JsonNode> member : object.properties()) {
                if (plain(member.getKey()).equals(name)
                        && !path(member.getValue()).isEmpty()) {
                    return path(member.getValue());
                }
            }
        }
        // JSON:API.
        return object.path("source") instanceof ObjectNode source
                ? source.properties().stream()
                        .map(member -> path(member.getValue()))
                        .findFirst()
                        .orElse("")
                : "";
    }

    /** A text, or a list of steps: {@code ["body", "items", 0]}. */
    private static String path(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                        .map(ErrorWords::text)
                        .collect(Collectors.joining("."))
                : value.isObject() ? "" : text(value);
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

    private static String text(JsonNode value) {
        return value.asString("").strip();
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}

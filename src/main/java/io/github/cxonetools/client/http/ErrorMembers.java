package io.github.cxonetools.client.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Members of error bodies: which hold words, codes or places, and which are for machines. Names are compared without case,
 * {@code -} and {@code _}.
 */
final class ErrorMembers {

    /** In the order in which they are said. */
    static final List<String> CODES = List.of("code", "error", "errorcode");

    static final List<String> WORDS = List.of(
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
    static final Set<String> MESSAGES =
            Set.of("message", "msg", "detail", "errormessage", "defaultmessage", "reason", "errordescription");

    static final List<String> PLACES = List.of(
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
    static final List<String> PLACES_OF_ALL = PLACES.subList(0, 10);

    /** Names that say nothing of what they hold. */
    static final Set<String> WRAPPERS = Set.of(
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
    static final Set<String> NO_WORDS = Set.of(
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

    private ErrorMembers() {}

    static boolean isPlaceOrCode(String name) {
        return PLACES.contains(name) || CODES.contains(name) || NO_WORDS.contains(name);
    }

    /** The texts of the members of these names, in their order. */
    static Set<String> texts(ObjectNode object, List<String> names) {
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

    /** The first place that a member of these names tells; empty where none does. */
    static String place(ObjectNode object, List<String> names) {
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
                        .map(ErrorMembers::text)
                        .collect(Collectors.joining("."))
                : value.isObject() ? "" : text(value);
    }

    /** A value as text. */
    static String text(JsonNode value) {
        return value.asString("").strip();
    }

    /** A name as it is compared. */
    static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }
}

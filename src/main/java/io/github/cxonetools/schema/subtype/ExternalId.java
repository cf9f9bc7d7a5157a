package io.github.cxonetools.schema.subtype;

import io.github.cxonetools.schema.draft07.Keyword;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value and, beside it, the id of its type: which of both may stand together.
 *
 * @param value the value's name
 * @param id the name of its type's id
 * @param alternatives schemas of the value by id
 * @param nullable whether the value may be null
 * @param absence what of the id may stand where there is no value
 */
public record ExternalId(
        String value, String id, Map<String, ObjectNode> alternatives, boolean nullable, ExternalId.Absence absence) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What Jackson makes of the id of a value that is null or missing. */
    public enum Absence {
        /** Nothing writes it. */
        NO_ID,
        /** Somebody else may write it. */
        ANY_ID,
        /** Read: null needs an id, and no value takes none. */
        ID_FOR_NULL,
        /** Read by a constructor: null needs none, and no value takes none. */
        ID_OR_NONE_FOR_NULL,
        /** As {@link #ID_OR_NONE_FOR_NULL}, of an id that is a parameter itself, and may be null. */
        NULL_ID_FOR_NONE,
        /** Read by a constructor that must have one of both: null needs an id that is not null. */
        TEXT_FOR_NULL
    }

    public ArrayNode branches(Set<String> required) {
        ArrayNode branches = JSON.arrayNode();
        alternatives.forEach((name, schema) -> {
            ObjectNode branch = branches.addObject();
            ObjectNode pair = branch.putObject(Keyword.PROPERTIES.word());
            pair.putObject(id).put(Keyword.CONST.word(), name);
            pair.set(value, schema);
            branch.putArray(Keyword.REQUIRED.word()).add(id).add(value);
        });
        if (nullable) {
            branches.add(ofNull());
        }
        if (!required.contains(value) && !(nullable && isWritten())) {
            ObjectNode none = ofNone(required);
            if (!none.isEmpty()) {
                branches.add(none);
            }
        }
        return branches;
    }

    /** The same where the id may stand by itself. */
    public ExternalId beside() {
        return new ExternalId(value, id, alternatives, nullable, Absence.ANY_ID);
    }

    private boolean isWritten() {
        return absence == Absence.NO_ID || absence == Absence.ANY_ID;
    }

    /** Where it is written, what is null may also be left out. */
    private ObjectNode ofNull() {
        ObjectNode branch = JSON.objectNode();
        branch.putObject(Keyword.PROPERTIES.word()).putObject(value).put(Keyword.TYPE.word(), "null");
        switch (absence) {
            case NO_ID ->
                branch.putObject(Keyword.NOT.word())
                        .putArray(Keyword.REQUIRED.word())
                        .add(id);
            case ID_FOR_NULL -> branch.putArray(Keyword.REQUIRED.word()).add(id).add(value);
            case TEXT_FOR_NULL -> {
                branch.withObjectProperty(Keyword.PROPERTIES.word())
                        .putObject(id)
                        .put(Keyword.TYPE.word(), "string");
                branch.putArray(Keyword.REQUIRED.word()).add(id).add(value);
            }
            case ID_OR_NONE_FOR_NULL, NULL_ID_FOR_NONE ->
                branch.putArray(Keyword.REQUIRED.word()).add(value);
            case ANY_ID -> {}
        }
        return branch;
    }

    private ObjectNode ofNone(Set<String> required) {
        ObjectNode branch = JSON.objectNode();
        if (absence == Absence.ANY_ID) {
            branch.putObject(Keyword.NOT.word())
                    .putArray(Keyword.REQUIRED.word())
                    .add(value);
        } else if (absence == Absence.NULL_ID_FOR_NONE) {
            branch.putObject(Keyword.PROPERTIES.word()).putObject(id).put(Keyword.TYPE.word(), "null");
            branch.putObject(Keyword.NOT.word())
                    .putArray(Keyword.REQUIRED.word())
                    .add(value);
        } else if (!required.contains(id)) {
            ArrayNode either = branch.putObject(Keyword.NOT.word()).putArray(Keyword.ANY_OF.word());
            either.addObject().putArray(Keyword.REQUIRED.word()).add(id);
            either.addObject().putArray(Keyword.REQUIRED.word()).add(value);
        }
        return branch;
    }
}

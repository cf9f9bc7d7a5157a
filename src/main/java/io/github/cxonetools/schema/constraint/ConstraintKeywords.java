package io.github.cxonetools.schema.constraint;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.Keywords;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.pattern.Base64Patterns;
import io.github.cxonetools.schema.pattern.EcmaPattern;
import io.github.cxonetools.schema.pattern.JavaPattern;
import io.github.cxonetools.schema.pattern.NotBlankSemantics;
import io.github.cxonetools.schema.pattern.PatternAmbiguity;
import io.github.cxonetools.schema.pattern.UrlPattern;
import io.github.cxonetools.schema.pattern.UuidPattern;
import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Constraints of Bean Validation as keywords of draft-07. */
public final class ConstraintKeywords {

    private final Warnings warnings;
    private final String notBlank;
    private final NumberConstraints numbers;

    public ConstraintKeywords(Warnings warnings, NotBlankSemantics blanks) {
        this.warnings = warnings;
        this.notBlank = blanks.pattern();
        this.numbers = new NumberConstraints(warnings);
    }

    /**
     * Says each of {@code constraints} in {@code schema}.
     *
     * @param type the Java type of the value
     * @throws UnsupportedTypeException where a pattern has no equal in ECMA-262
     */
    public void apply(Constraints constraints, ObjectNode schema, Class<?> type, String place)
            throws UnsupportedTypeException {
        for (Constraint constraint : constraints.list()) {
            apply(constraint, schema, type, place);
        }
    }

    private void apply(Constraint constraint, ObjectNode schema, Class<?> type, String place)
            throws UnsupportedTypeException {
        if (!constraint.builtIn() && !constraint.name().equals("URL")) {
            return; // Its reader has warned of it.
        }
        if (!constraint.composing().isEmpty()) {
            composed(constraint, schema, type, place);
            return;
        }
        switch (constraint.name()) {
            case "NotNull" -> {}
            case "Null" -> schema.removeAll().put(Keyword.TYPE.word(), "null");
            case "AssertTrue" -> only(schema, true);
            case "AssertFalse" -> only(schema, false);
            case "NotEmpty" -> size(schema, type, 1, Integer.MAX_VALUE);
            case "NotBlank" ->
                Keywords.alsoPattern(
                        schema,
                        constraint.values().containsKey(NotBlankSemantics.TRIM.name())
                                ? NotBlankSemantics.TRIM.pattern()
                                : notBlank);
            case "UniqueElements" -> unique(schema, place);
            case "URL" -> Keywords.alsoPattern(schema, UrlPattern.of(constraint.text("protocol")));
            case "UUID" -> uuid(constraint, schema);
            case "Size" -> size(schema, type, constraint.number("min"), constraint.number("max"));
            case "Pattern" -> pattern(constraint, schema, place);
            case "Email" -> email(constraint, schema, place);
            case "Past", "PastOrPresent", "Future", "FutureOrPresent" ->
                warnings.cannotSay(place, "@" + constraint.name(), "it depends on the time of the call");
            default -> numbers.apply(constraint, schema, type, place);
        }
    }

    /** In the shape that the schema has: a number and a text may stand for a boolean. */
    private static void only(ObjectNode schema, boolean value) {
        schema.remove(Keyword.ENUM.word());
        switch (kind(schema)) {
            case "integer" -> schema.put(Keyword.CONST.word(), value ? 1 : 0);
            case "string" -> schema.put(Keyword.CONST.word(), String.valueOf(value));
            default -> schema.put(Keyword.CONST.word(), value);
        }
    }

    private static void size(ObjectNode schema, Class<?> type, int min, int max) {
        if (type == byte[].class) {
            Keywords.alsoPattern(schema, Base64Patterns.ofSize(min, max));
            return;
        }
        String unit =
                switch (kind(schema)) {
                    case "array" -> "Items";
                    case "object" -> "Properties";
                    default -> "Length";
                };
        if (min > 0) {
            Keywords.atLeast(schema, "min" + unit, BigDecimal.valueOf(min));
        }
        if (max < Integer.MAX_VALUE) {
            Keywords.atMost(schema, "max" + unit, BigDecimal.valueOf(max));
        }
    }

    /** Java and JSON agree on which of these are equal. */
    private void unique(ObjectNode schema, String place) {
        JsonNode items = schema.path(Keyword.ITEMS.word());
        if (Keywords.isOfOneKind(items)
                && !Keywords.has(items.path(Keyword.TYPE.word()), "number")
                && !items.has(Keyword.FORMAT.word())) {
            schema.put(Keyword.UNIQUE_ITEMS.word(), true);
        } else {
            warnings.cannotSay(place, "@UniqueElements", "Java may find other elements equal than JSON does");
        }
    }

    private static void uuid(Constraint constraint, ObjectNode schema) {
        Keywords.alsoPattern(
                schema,
                UuidPattern.of(
                        (int[]) constraint.value("version"),
                        (int[]) constraint.value("variant"),
                        constraint.text("letterCase"),
                        Boolean.TRUE.equals(constraint.value("allowEmpty")),
                        Boolean.TRUE.equals(constraint.value("allowNil"))));
    }

    /** One of several is enough, or none may hold: said of what is not null. */
    private void composed(Constraint constraint, ObjectNode schema, Class<?> type, String place)
            throws UnsupportedTypeException {
        ArrayNode branches = JsonNodeFactory.instance.arrayNode();
        for (Constraint one : constraint.composing()) {
            ObjectNode branch = JsonNodeFactory.instance.objectNode();
            branch.setAll(schema.deepCopy().retain(Keyword.TYPE.word()));
            apply(one, branch, type, place);
            if (!branch.path(Keyword.TYPE.word()).equals(schema.path(Keyword.TYPE.word()))) {
                continue; // Asks for null.
            }
            branch.remove(Keyword.TYPE.word());
            branches.add(branch);
        }
        if (constraint.isNoneOf()) {
            branches.forEach(branch -> Keywords.also(schema, Keyword.NOT.word(), branch));
        } else if (branches.values().stream().noneMatch(branch -> branch.isEmpty())) {
            Keywords.also(schema, Keyword.ANY_OF.word(), branches);
        }
    }

    /** The one type that a schema has; empty where it has several, or none. */
    static String kind(ObjectNode schema) {
        JsonNode type = schema.path(Keyword.TYPE.word());
        return type.isString() ? type.stringValue() : "";
    }

    private void pattern(Constraint constraint, ObjectNode schema, String place) throws UnsupportedTypeException {
        Object[] flags = (Object[]) constraint.value("flags");
        try {
            String ecma = JavaPattern.toEcma(constraint.text("regexp"), flags);
            Keywords.alsoPattern(schema, ecma);
            int degree = EcmaPattern.compile(ecma).degree();
            if (degree >= PatternAmbiguity.HIGH_DEGREE) {
                warnings.canExplode(place, constraint.text("regexp"), degree);
            }
        } catch (IllegalArgumentException e) {
            if (flags.length > 0) {
                warnings.cannotSay(place, "@Pattern with flags", "it " + e.getMessage());
                return;
            }
            throw new UnsupportedTypeException(
                    place,
                    "the pattern " + constraint.text("regexp") + " " + e.getMessage()
                            + ". Write it so that Java and JSON Schema read it alike");
        }
    }

    private void email(Constraint constraint, ObjectNode schema, String place) throws UnsupportedTypeException {
        schema.put(Keyword.FORMAT.word(), "email");
        if (!constraint.text("regexp").equals(".*")) {
            pattern(constraint, schema, place);
        }
        warnings.cannotSay(place, "@Email in full", "the schema says format: email, which is a note to the reader");
    }
}

package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.pattern.IntegerPatterns;
import io.github.cxonetools.schema.scalar.EnumReader.ReadAs;
import java.lang.invoke.MethodType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a factory method of an enum has taken when it was asked, as a schema. */
final class EnumAnswers {

    /** Empty where the value itself is read, else what holds it in an object. */
    private final String property;

    private final Class<?> parameter;

    /** What is read as a constant, and what is read as null. */
    final Set<JsonNode> constants = new LinkedHashSet<>();

    final Set<JsonNode> asNull = new LinkedHashSet<>();

    /** What may stand around names. */
    final Set<String> blanks = new LinkedHashSet<>();

    boolean inAnyCase;

    /** Whether an object may lack the value. */
    boolean takesAbsence;

    /** What unknown values are read as. */
    @Nullable
    ReadAs ofUnknown;

    /** Whether something was taken that nothing of this explains. */
    boolean unexplained;

    /** Whether blank texts are not taken as other unknown ones are. */
    boolean asksForText;

    /** Whether 1.0 is as good as 1. */
    boolean takesFractions;

    /** What is taken as an object besides. */
    @Nullable
    EnumAnswers object;

    /** @param parameter the type of what the method is given */
    EnumAnswers(String property, Class<?> parameter) {
        this.property = property;
        this.parameter = parameter;
    }

    boolean isBoolean() {
        return parameter == boolean.class || parameter == Boolean.class;
    }

    boolean isText() {
        return parameter == String.class || parameter == CharSequence.class || parameter == Object.class;
    }

    boolean isWhole() {
        return IntegerPatterns.isWholeNumber(wide());
    }

    List<String> names() {
        return constants.stream().map(JsonNode::stringValue).toList();
    }

    private boolean isKnown() {
        return !constants.isEmpty() || ofUnknown != null && ofUnknown != ReadAs.REFUSED;
    }

    /**
     * Says whether the schema has all that it takes, and nothing else, as far as it was asked.
     *
     * @param takesNull as in {@link #schema}
     */
    boolean isSaid(boolean takesNull) {
        boolean said = isKnown() && !unexplained && !(asksForText && takesUnknown(takesNull));
        return said && (object == null || object.isSaid(takesNull));
    }

    boolean isOfText() {
        return isKnown() && isText() && property.isEmpty();
    }

    private boolean takesUnknown(boolean takesNull) {
        return ofUnknown == ReadAs.CONSTANT || ofUnknown == ReadAs.NULL && takesNull;
    }

    /** @param takesNull whether null, which it may make of a value, is valid */
    ObjectNode schema(boolean takesNull) {
        if (!isKnown()) {
            return Json.object();
        }
        ObjectNode one = property.isEmpty() ? value(takesNull) : object(takesNull);
        if (object == null) {
            return one;
        }
        ObjectNode either = Json.object();
        either.putArray(Keyword.ANY_OF.word()).add(one).add(object.schema(takesNull));
        return either;
    }

    /** What the mapper reads as the name of a constant in front of a map's value. */
    ObjectNode key() {
        return value(false);
    }

    private ObjectNode object(boolean takesNull) {
        ObjectNode schema = ScalarTypes.type("object");
        schema.putObject(Keyword.PROPERTIES.word()).set(property, value(takesNull));
        if (!takesAbsence) {
            schema.putArray(Keyword.REQUIRED.word()).add(property);
        }
        return schema;
    }

    private ObjectNode value(boolean takesNull) {
        ObjectNode any = isText() ? ScalarTypes.type("string") : ScalarTypes.required(wide());
        if (takesUnknown(takesNull) || unexplained) {
            return any;
        }
        Set<JsonNode> values = new LinkedHashSet<>(constants);
        if (takesNull) {
            values.addAll(asNull);
        }
        if (isText() && (inAnyCase || !blanks.isEmpty())) {
            List<String> texts = values.stream().map(JsonNode::stringValue).toList();
            return any.put(Keyword.PATTERN.word(), EnumPattern.of(texts, inAnyCase, blanks));
        }
        ObjectNode schema = ScalarTypes.type(isText() ? "string" : isBoolean() ? "boolean" : "integer");
        if (isBoolean() && values.size() == 2) {
            return schema;
        }
        schema.putArray(Keyword.ENUM.word()).addAll(values);
        return schema;
    }

    private Class<?> wide() {
        return MethodType.methodType(parameter).wrap().returnType();
    }
}

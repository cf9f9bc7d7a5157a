package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.ProjectCode;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.pattern.IntegerPatterns;
import io.github.cxonetools.schema.scalar.EnumReader.ReadAs;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an enum's {@code @JsonCreator} takes: only its code knows, so it is asked, with names, their cases, what stands in the
 * enum's own code, and what is no name. Who takes one of these takes more than the names that are written.
 */
final class EnumCreator {

    private static final int SECONDS = 5;

    /** Of names that differ in nothing but themselves, so many are tried in all ways. */
    private static final int TRIED = 4;

    private static final List<String> UNKNOWN = List.of("no such name", "42", "\u00e9");
    private static final List<String> BLANK = List.of("", " ");
    private static final List<Long> UNKNOWN_NUMBERS = List.of(-987_654_321L, 987_654_321L);

    /** Asking takes a while, and actions share enums. */
    private static final ClassValue<Map<Jackson, EnumCreator>> ASKED = new ClassValue<>() {
        @Override
        protected Map<Jackson, EnumCreator> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final String property;
    private final Class<?> parameter;
    private final Set<JsonNode> constants = new LinkedHashSet<>();
    private final Set<JsonNode> asNull = new LinkedHashSet<>();
    private final Set<String> blanks = new LinkedHashSet<>();
    private boolean inAnyCase;
    private boolean takesAbsence;
    private @Nullable ReadAs ofUnknown;
    private boolean unexplained;

    /** Whether blank texts are not taken as other unknown ones are. */
    private boolean asksForText;

    private boolean takesFractions;

    /** What it takes as an object besides. */
    private @Nullable EnumCreator object;

    private EnumCreator(String property, Class<?> parameter) {
        this.property = property;
        this.parameter = parameter;
    }

    /** The names of the properties that the mapper reads an object by; none where it reads none. */
    interface Properties {
        Set<String> names() throws BindingException;
    }

    /**
     * Asks the mapper.
     *
     * @param factories methods of which it may have chosen any
     */
    static EnumCreator of(Jackson jackson, Class<?> type, List<Method> factories, Properties properties)
            throws ProjectCode.FailedException {
        EnumCreator known = ASKED.get(type).get(jackson);
        if (known == null) {
            known = ProjectCode.run(
                    "names of " + type.getName(), type, SECONDS, () -> asked(jackson, type, factories, properties));
            ASKED.get(type).put(jackson, known);
        }
        return known;
    }

    private static EnumCreator asked(Jackson jackson, Class<?> type, List<Method> factories, Properties properties)
            throws BindingException {
        Set<JsonNode> written = EnumCandidates.written(jackson, type);
        EnumCreator creator = new EnumCreator("", Void.class);
        for (Method factory : factories) {
            if (creator.constants.isEmpty()) {
                creator = new EnumCreator("", parameter(factory));
                creator.ask(new EnumReader(jackson, type, ""), written, type);
            }
        }
        Set<String> names = properties.names();
        if (factories.size() == 1 && names.size() == 1) {
            EnumCreator object = new EnumCreator(names.iterator().next(), creator.parameter);
            EnumReader reader = new EnumReader(jackson, type, object.property);
            object.ask(reader, written, type);
            object.takesAbsence = reader.takesAbsence();
            if (creator.constants.isEmpty()) {
                return object.constants.isEmpty() ? creator : object;
            }
            creator.object = object.constants.isEmpty() ? null : object;
        }
        return creator;
    }

    private static Class<?> parameter(Method factory) {
        return factory.getParameterCount() == 1 ? factory.getParameterTypes()[0] : Void.class;
    }

    private void ask(EnumReader reader, Set<JsonNode> written, Class<?> type) {
        if (isText()) {
            Set<String> texts = new LinkedHashSet<>();
            written.stream().filter(JsonNode::isString).forEach(name -> texts.add(name.stringValue()));
            texts.addAll(EnumCandidates.texts(type));
            texts.forEach(text -> add(reader, Json.text(text)));
            askUnknown(reader, UNKNOWN.stream().map(Json::text).toList());
            askLike(reader);
        } else if (isWhole()) {
            written.stream()
                    .filter(JsonNode::isIntegralNumber)
                    .forEach(number -> add(reader, EnumCandidates.number(number.longValue())));
            EnumCandidates.wholeNumbers(type).forEach(number -> add(reader, number));
            askUnknown(
                    reader, UNKNOWN_NUMBERS.stream().map(EnumCandidates::number).toList());
            takesFractions = constants.stream()
                    .map(number -> JsonNodeFactory.instance.numberNode(new BigDecimal(number.asString() + ".0")))
                    .allMatch(number -> reader.answer(number) == ReadAs.CONSTANT);
        } else if (isBoolean()) {
            add(reader, JsonNodeFactory.instance.booleanNode(true));
            add(reader, JsonNodeFactory.instance.booleanNode(false));
            ofUnknown = ReadAs.REFUSED;
        }
    }

    private boolean isBoolean() {
        return parameter == boolean.class || parameter == Boolean.class;
    }

    private boolean isText() {
        return parameter == String.class || parameter == CharSequence.class || parameter == Object.class;
    }

    private boolean isWhole() {
        return IntegerPatterns.isWholeNumber(
                MethodType.methodType(parameter).wrap().returnType());
    }

    private void add(EnumReader reader, JsonNode value) {
        switch (reader.answer(value)) {
            case CONSTANT -> constants.add(value);
            case NULL -> asNull.add(value);
            case REFUSED -> {}
        }
    }

    private void askUnknown(EnumReader reader, List<JsonNode> values) {
        Set<ReadAs> answers = new LinkedHashSet<>();
        values.forEach(value -> answers.add(reader.answer(value)));
        ofUnknown = answers.iterator().next();
        unexplained |= answers.size() > 1;
    }

    /** Texts that are like names; where unknown ones are taken anyway, whether blank ones are. */
    private void askLike(EnumReader reader) {
        if (ofUnknown != ReadAs.REFUSED) {
            asksForText = BLANK.stream().anyMatch(text -> reader.ofText(text) != ofUnknown);
        }
        if (ofUnknown == ReadAs.CONSTANT || constants.isEmpty()) {
            return;
        }
        List<String> names = names();
        inAnyCase = takesAllCases(reader, names.subList(0, 1)) && takesAllCases(reader, names);
        for (String name : names.subList(0, Math.min(TRIED, names.size()))) {
            for (UnaryOperator<String> other : inAnyCase ? List.<UnaryOperator<String>>of() : EnumCandidates.cases()) {
                add(reader, Json.text(other.apply(name)));
            }
            EnumCandidates.separated(name).forEach(text -> add(reader, Json.text(text)));
            for (String blank : List.of(" ", "\t", "\n")) {
                if (reader.ofText(blank + name + blank) == ReadAs.CONSTANT) {
                    blanks.add(blank);
                }
            }
            List<String> near = new ArrayList<>(EnumCandidates.near(name));
            near.removeAll(names());
            unexplained |= reader.takesAny(near);
        }
    }

    private static boolean takesAllCases(EnumReader reader, List<String> names) {
        for (String name : names) {
            for (UnaryOperator<String> other : EnumCandidates.cases()) {
                if (reader.ofText(other.apply(name)) != ReadAs.CONSTANT) {
                    return false;
                }
            }
        }
        return names.stream().anyMatch(name -> name.chars().anyMatch(Character::isLetter));
    }

    private List<String> names() {
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

    /** {@return true if it is made of a number, of which 1.0 is as good as 1} */
    boolean takesFractions() {
        return takesFractions;
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
            return any.put(Keyword.PATTERN.word(), EnumPattern.of(names(), inAnyCase, blanks));
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

package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.classes.ClassFile;
import io.github.cxonetools.schema.classes.ProjectCode;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.scalar.EnumReader.ReadAs;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What an enum's {@code @JsonCreator} takes: only its code knows, so it is asked, with names, their cases, what stands in the
 * enum's own code, and what is no name. Who takes one of these takes more than the names that are written.
 */
final class EnumCreator {

    private static final int SECONDS = 5;

    /** Of texts in its code that may be put to names; what has more has them for each name. */
    private static final int MOST_TEXTS = 40;

    private static final List<String> UNKNOWN = List.of("no such name", "42", "\u00e9");
    private static final List<String> BLANK = List.of("", " ");
    private static final List<Long> UNKNOWN_NUMBERS = List.of(-987_654_321L, 987_654_321L);

    /** Asking takes a while, and actions share enums. */
    private static final ClassValue<Map<Jackson, EnumAnswers>> ASKED = new ClassValue<>() {
        @Override
        protected Map<Jackson, EnumAnswers> computeValue(Class<?> type) {
            return new ConcurrentHashMap<>();
        }
    };

    private final EnumReader reader;
    private final Class<?> type;
    private final EnumAnswers answers;

    private EnumCreator(EnumReader reader, Class<?> type, EnumAnswers answers) {
        this.reader = reader;
        this.type = type;
        this.answers = answers;
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
    static EnumAnswers of(Jackson jackson, Class<?> type, List<Method> factories, Properties properties)
            throws ProjectCode.FailedException {
        EnumAnswers known = ASKED.get(type).get(jackson);
        if (known == null) {
            known = ProjectCode.run(
                    "names of " + type.getName(), type, SECONDS, () -> asked(jackson, type, factories, properties));
            ASKED.get(type).put(jackson, known);
        }
        return known;
    }

    private static EnumAnswers asked(Jackson jackson, Class<?> type, List<Method> factories, Properties properties)
            throws BindingException {
        EnumAnswers plain = new EnumAnswers("", Void.class);
        for (Method factory : factories) {
            if (plain.constants.isEmpty()) {
                plain = asked(jackson, type, factory, "", factories.size() == 1);
            }
        }
        boolean mayBeObject = factories.size() == 1 && (plain.constants.isEmpty() || isNamed(factories.get(0)));
        Set<String> names = mayBeObject ? properties.names() : Set.of();
        if (names.size() == 1) {
            EnumAnswers object =
                    asked(jackson, type, factories.get(0), names.iterator().next(), true);
            if (plain.constants.isEmpty()) {
                return object.constants.isEmpty() ? plain : object;
            }
            plain.object = object.constants.isEmpty() ? null : object;
        }
        return plain;
    }

    /** @param only whether the mapper has no other method to choose */
    private static EnumAnswers asked(Jackson jackson, Class<?> type, Method factory, String property, boolean only)
            throws BindingException {
        EnumAnswers answers = new EnumAnswers(property, parameter(factory));
        EnumReader reader = new EnumReader(jackson, type, property, only && answers.isText() ? factory : null);
        new EnumCreator(reader, type, answers).ask(EnumCandidates.written(jackson, type));
        answers.takesAbsence = !property.isEmpty() && reader.takesAbsence();
        return answers;
    }

    /** The mapper reads a property by the parameter's name where it is told of one, or told to. */
    private static boolean isNamed(Method factory) {
        boolean named = factory.getParameterAnnotations()[0].length > 0;
        for (Annotation annotation : factory.getAnnotations()) {
            named |=
                    "PROPERTIES".equals(String.valueOf(Attributes.of(annotation).get("mode")));
        }
        return named;
    }

    private static Class<?> parameter(Method factory) {
        return factory.getParameterCount() == 1 ? factory.getParameterTypes()[0] : Void.class;
    }

    private void ask(Set<JsonNode> written) {
        if (answers.isText()) {
            Set<String> texts = new LinkedHashSet<>();
            written.stream().filter(JsonNode::isString).forEach(name -> texts.add(name.stringValue()));
            texts.addAll(EnumCandidates.texts(type));
            texts.forEach(text -> add(Json.text(text)));
            askUnknown(UNKNOWN.stream().map(Json::text).toList());
            askLike();
        } else if (answers.isWhole()) {
            written.stream()
                    .filter(JsonNode::isIntegralNumber)
                    .forEach(number -> add(EnumCandidates.number(number.longValue())));
            EnumCandidates.wholeNumbers(type).forEach(number -> add(number));
            askUnknown(UNKNOWN_NUMBERS.stream().map(EnumCandidates::number).toList());
            answers.takesFractions = answers.constants.stream()
                    .map(number -> JsonNodeFactory.instance.numberNode(new BigDecimal(number.asString() + ".0")))
                    .allMatch(number -> reader.answer(number) == ReadAs.CONSTANT);
        } else if (answers.isBoolean()) {
            add(JsonNodeFactory.instance.booleanNode(true));
            add(JsonNodeFactory.instance.booleanNode(false));
            answers.ofUnknown = ReadAs.REFUSED;
        }
    }

    private void add(JsonNode value) {
        switch (reader.answer(value)) {
            case CONSTANT -> answers.constants.add(value);
            case NULL -> answers.asNull.add(value);
            case REFUSED -> {}
        }
    }

    private void askUnknown(List<JsonNode> values) {
        Set<ReadAs> all = new LinkedHashSet<>();
        values.forEach(value -> all.add(reader.answer(value)));
        answers.ofUnknown = all.iterator().next();
        answers.unexplained |= all.size() > 1;
    }

    /** Texts that are like names; where unknown ones are taken anyway, whether blank ones are. */
    private void askLike() {
        if (answers.ofUnknown != ReadAs.REFUSED) {
            answers.asksForText = BLANK.stream().anyMatch(text -> reader.ofText(text) != answers.ofUnknown);
        }
        if (answers.ofUnknown == ReadAs.CONSTANT || answers.constants.isEmpty()) {
            return;
        }
        List<String> names = answers.names();
        answers.inAnyCase = takesAllCases(names.subList(0, 1)) && takesAllCases(names);
        Set<String> texts = ClassFile.texts(type);
        texts.removeAll(answers.names());
        texts.removeAll(EnumCandidates.ownTexts(type));
        List<String> tried = tried(names);
        if (takesLike(tried, texts)) {
            names.forEach(name -> like(name, texts).forEach(text -> add(Json.text(text))));
        }
        BLANK.forEach(text -> add(Json.text(text)));
        for (String name : tried) {
            for (String blank : List.of(" ", "\t", "\n")) {
                if (reader.ofText(blank + name + blank) == ReadAs.CONSTANT) {
                    answers.blanks.add(blank);
                }
            }
            List<String> near = new ArrayList<>(EnumCandidates.near(name));
            near.removeAll(answers.names());
            answers.unexplained |= reader.takesAny(near);
        }
    }

    /** The first name, and the first of several words: what is taken of these is tried of all. */
    private static List<String> tried(List<String> names) {
        Set<String> tried = new LinkedHashSet<>(names.subList(0, 1));
        names.stream().filter(name -> name.matches(".*[-_ ].*")).findFirst().ifPresent(tried::add);
        return List.copyOf(tried);
    }

    /** Most take none of these, and have not each of their names tried. */
    private boolean takesLike(List<String> names, Set<String> texts) {
        Set<String> like = new LinkedHashSet<>();
        names.forEach(name -> like.addAll(like(name, texts)));
        like.removeAll(answers.names());
        return reader.takesAny(like);
    }

    private Set<String> like(String name, Set<String> texts) {
        Set<String> like = EnumCandidates.related(name, texts.size() > MOST_TEXTS ? Set.of() : texts);
        if (!answers.inAnyCase) {
            EnumCandidates.cases().forEach(other -> like.add(other.apply(name)));
        }
        return like;
    }

    private boolean takesAllCases(List<String> names) {
        for (String name : names) {
            for (UnaryOperator<String> other : EnumCandidates.cases()) {
                if (reader.ofText(other.apply(name)) != ReadAs.CONSTANT) {
                    return false;
                }
            }
        }
        return names.stream().anyMatch(name -> name.chars().anyMatch(Character::isLetter));
    }
}

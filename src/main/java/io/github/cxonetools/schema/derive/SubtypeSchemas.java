package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import io.github.cxonetools.schema.subtype.Polymorphism;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A class of several subtypes as a schema: one alternative for each, told apart by what {@code @JsonTypeInfo} says. */
final class SubtypeSchemas {

    /** What JSON tells apart, and Jackson therefore writes without a type id. */
    private static final Set<Class<?>> NATURAL = Set.of(String.class, Integer.class, Double.class, Boolean.class);

    private final Jackson jackson;
    private final Side side;
    private final NestedSchemas nested;
    private final BeanSchemas beans;
    private final StandIns standIns;
    private final ConvertedDefinitions converted;

    SubtypeSchemas(
            Jackson jackson,
            Side side,
            NestedSchemas nested,
            BeanSchemas beans,
            StandIns standIns,
            ConvertedDefinitions converted) {
        this.jackson = jackson;
        this.side = side;
        this.nested = nested;
        this.beans = beans;
        this.standIns = standIns;
        this.converted = converted;
    }

    /** The schemas of a value whose type id stands beside it, by that id. */
    Map<String, ObjectNode> byId(@Nullable Polymorphism polymorphism, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        if (polymorphism != null) {
            for (Map.Entry<String, Class<?>> alternative :
                    polymorphism.alternatives().entrySet()) {
                schemas.put(alternative.getKey(), beside(polymorphism, use, alternative.getValue()));
            }
        }
        if (schemas.isEmpty()) {
            throw noSubtype(use);
        }
        return schemas;
    }

    private ObjectNode beside(Polymorphism polymorphism, TypeUse use, Class<?> type)
            throws BindingException, UnsupportedTypeException {
        if (NATURAL.contains(type)) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "Jackson writes a " + ClassNames.simple(type)
                            + " without its type id. Put it into a class of its own");
        }
        if (type.isEnum() || ScalarTypes.schema(type) != null) {
            return nested.value(new TypeUse(jackson.typeOf(type), Constraints.NONE, use.place()));
        }
        TypeUse narrowed = narrowed(use, type);
        return alternative(polymorphism, narrowed, jackson.bean(narrowed.type(), side));
    }

    private ObjectNode alternative(Polymorphism polymorphism, TypeUse named, JacksonBean ofNamed)
            throws BindingException, UnsupportedTypeException {
        JacksonType refined = ofNamed.refined();
        boolean replaced = !refined.equals(named.type()) && ofNamed.code().ofValue(side) == null;
        TypeUse use = replaced ? named.refined(refined) : named;
        JacksonBean bean = replaced ? jackson.bean(refined, side) : ofNamed;
        ObjectNode standIn = standIns.schema(bean, use);
        if (standIn != null && side == Side.INPUT && DelegatedObjects.isObject(standIn)) {
            return standIn; // Its creator takes what is left without the id.
        }
        if (standIn != null) {
            BeanChecks.checkHasNoTypeId(polymorphism, use);
        }
        ObjectNode said = nested.saidByModule(use);
        ObjectNode ofCode = said == null ? converted.ofSubtype(use) : null;
        if (ofCode != null) {
            return ofCode;
        }
        if (said == null) {
            BeanChecks.checkOneOfSeveral(bean, side, use.place());
            return beans.schema(bean, use);
        }
        BeanChecks.checkIsObject(said, use);
        return said;
    }

    private static UnsupportedTypeException noSubtype(TypeUse use) throws BindingException {
        return new UnsupportedTypeException(
                use.place(),
                ClassNames.simple(use.type().raw())
                        + " has @JsonTypeInfo and no subtype that Jackson knows. Name them with @JsonSubTypes");
    }

    /** Any of the subtypes that are known without a type id. */
    ObjectNode known(List<Class<?>> subtypes, TypeUse use) throws BindingException, UnsupportedTypeException {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        for (Class<?> subtype : subtypes) {
            TypeUse narrowed = narrowed(use, subtype);
            ObjectNode said = nested.saidByModule(narrowed);
            schema.withArray(Keyword.ANY_OF.word())
                    .add(said == null ? beans.schema(jackson.bean(narrowed.type(), side), narrowed) : said);
        }
        return schema;
    }

    /** Any of the subtypes that a type id tells apart, and what is read without one. */
    ObjectNode anyOf(Polymorphism polymorphism, TypeUse use) throws BindingException, UnsupportedTypeException {
        List<ObjectNode> branches = new ArrayList<>();
        String keyword = Keyword.ONE_OF.word();
        for (Map.Entry<String, Class<?>> alternative :
                polymorphism.alternatives().entrySet()) {
            TypeUse narrowed = narrowed(use, alternative.getValue());
            JacksonBean bean = jackson.bean(narrowed.type(), side);
            ObjectNode object = alternative(polymorphism, narrowed, bean);
            if (side == Side.OUTPUT && polymorphism.isWrittenBy(bean)) {
                keyword = Keyword.ANY_OF.word();
                branches.add(object);
            } else {
                ObjectNode branch = polymorphism.wrap(alternative.getKey(), object, side);
                if (branch != null) {
                    branches.add(branch);
                }
            }
        }
        for (Class<?> open : polymorphism.open()) {
            TypeUse narrowed = narrowed(use, open);
            keyword = Keyword.ANY_OF.word(); // A class may be below two of these.
            branches.add(polymorphism.wrapOpen(beans.schema(jackson.bean(narrowed.type(), side), narrowed)));
        }
        ObjectNode withoutId = withoutId(polymorphism, use);
        if (withoutId != null) {
            branches.add(withoutId);
        }
        if (branches.isEmpty()) {
            throw noSubtype(use);
        }
        if (branches.size() == 1) {
            return branches.get(0);
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray(keyword).addAll(branches);
        return schema;
    }

    private @Nullable ObjectNode withoutId(Polymorphism polymorphism, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        Class<?> type = polymorphism.withoutId();
        if (type == null) {
            return null;
        }
        if (polymorphism.readsNullWithoutId()) {
            boolean refused = use.constraints().forbidsNull() || use.place().equals(side.word());
            return refused ? null : polymorphism.wrapWithoutId(JsonNodeFactory.instance.objectNode());
        }
        TypeUse narrowed = narrowed(use, type);
        ObjectNode object = alternative(polymorphism, narrowed, jackson.bean(narrowed.type(), side));
        return polymorphism.wrapWithoutId(object);
    }

    private TypeUse narrowed(TypeUse use, Class<?> subtype) throws BindingException {
        JacksonType type = subtype == use.type().raw() ? use.type() : jackson.narrowed(use.type(), subtype);
        return use.refined(type);
    }
}

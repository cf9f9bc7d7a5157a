package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.instance.ConstructionCode;
import io.github.cxonetools.schema.jackson.AdditionalProperties;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonMember;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Definitions;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.property.UnmappedConstraints;
import io.github.cxonetools.schema.scalar.ScalarTypes;
import io.github.cxonetools.schema.subtype.Polymorphism;
import io.github.cxonetools.schema.subtype.SubtypesById;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Classes with properties as schemas, with what stands for them: a value, a delegate, one of several subtypes. What is of no
 * other kind is of this one.
 */
final class ObjectSchemas implements Definitions {

    /** What a creator of one argument may take, and what Jackson calls that. */
    private static final Map<Class<?>, String> KINDS = kinds();

    /** What JSON tells apart, and Jackson therefore writes without a type id. */
    private static final Set<Class<?>> NATURAL = Set.of(String.class, Integer.class, Double.class, Boolean.class);

    private final Jackson jackson;
    private final Side side;
    private final SchemaEngine engine;
    private final Places places;
    private final ConstraintReader reader;
    private final Warnings warnings;
    private final ConvertedDefinitions converted;
    private final BeanSchemas beans;

    ObjectSchemas(
            Jackson jackson,
            Side side,
            AdditionalProperties additionalProperties,
            SchemaEngine engine,
            Places places,
            ConstraintReader reader,
            Warnings warnings,
            ConvertedDefinitions converted) {
        this.jackson = jackson;
        this.side = side;
        this.engine = engine;
        this.places = places;
        this.reader = reader;
        this.warnings = warnings;
        this.converted = converted;
        this.beans = new BeanSchemas(jackson, side, additionalProperties, engine, reader, warnings);
    }

    @Override
    public ObjectNode of(TypeUse declared) throws BindingException, UnsupportedTypeException {
        JacksonBean bean = jackson.bean(declared.type(), side);
        TypeUse use = declared;
        JacksonType refined = bean.refined();
        if (!refined.equals(declared.type()) && bean.code().ofValue(side) == null) {
            places.checkNoCircle(declared);
            use = refined(declared, refined);
            if (holdsOthers(refined)) {
                return engine.value(use);
            }
            bean = jackson.bean(refined, side);
        }
        ObjectNode id = side == Side.OUTPUT ? ObjectIds.alwaysAsId(bean, use, engine) : null;
        if (id != null) {
            return id;
        }
        places.checkNoCircle(use);
        if (bean.code().ofValue(side) != null) {
            return converted.anything(ClassNames.simple(use.type().raw()));
        }
        Polymorphism polymorphism = Polymorphism.of(bean, use, side);
        if (polymorphism == null) {
            LibraryTypes.check(use);
            BeanChecks.checkIsNoneOfTheJdks(use.type().raw(), use.place());
        }
        ObjectNode standIn = standIn(bean, use);
        if (standIn != null) {
            BeanChecks.checkHasNoTypeId(polymorphism, use);
            return standIn;
        }
        if (polymorphism == null) {
            return single(bean, use);
        }
        polymorphism.checkNotExternal(use);
        return alternatives(polymorphism, use);
    }

    private static TypeUse refined(TypeUse use, JacksonType type) {
        return new TypeUse(type, use.constraints(), use.annotated(), use.place(), use.property());
    }

    private static boolean holdsOthers(JacksonType type) throws BindingException {
        return type.isCollection() || type.isMap() || type.isArray() || type.isReference();
    }

    /** The schemas of a value whose type id stands beside it, by that id. */
    Map<String, ObjectNode> byId(TypeUse use) throws BindingException, UnsupportedTypeException {
        places.checkNoCircle(use);
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        Polymorphism polymorphism = Polymorphism.of(jackson.bean(use.type(), side), use, side);
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
            return engine.value(new TypeUse(jackson.typeOf(type), Constraints.NONE, use.place()));
        }
        TypeUse narrowed = narrowed(use, type);
        return alternative(polymorphism, narrowed, jackson.bean(narrowed.type(), side));
    }

    private ObjectNode alternative(Polymorphism polymorphism, TypeUse use, JacksonBean bean)
            throws BindingException, UnsupportedTypeException {
        if (standIn(bean, use) != null) {
            BeanChecks.checkHasNoTypeId(polymorphism, use);
        }
        ObjectNode said = engine.saidByModule(use);
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

    private static Map<Class<?>, String> kinds() {
        Map<Class<?>, String> kinds = new LinkedHashMap<>();
        kinds.put(String.class, "String");
        kinds.put(Boolean.class, "Boolean");
        kinds.put(Integer.class, "Int");
        kinds.put(Long.class, "Long"); // None with a fraction: whether 3 is 3.0 depends on the creator's kind.
        return kinds;
    }

    /** The schema of what stands on the wire in place of an object; null where an object does. */
    private @Nullable ObjectNode standIn(JacksonBean bean, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        JacksonMember value = bean.jsonValue();
        JacksonType type = side == Side.INPUT ? made(bean, value, use.place()) : value == null ? null : value.type();
        if (type == null) {
            return null;
        }
        if (side == Side.INPUT) {
            ConstructionCode.warnOfOneValue(bean, warnings);
        }
        if (value == null && use.constraints().cascades()) {
            UnmappedConstraints.warn(bean.type().raw(), Set.of(), side, reader, warnings);
        }
        TypeUse standIn = value == null || !use.constraints().cascades()
                ? new TypeUse(type, Constraints.NONE, use.place())
                : beans.valueUse(use, value, type);
        return side == Side.OUTPUT ? engine.nullable(standIn) : engine.value(standIn);
    }

    /** What a creator takes in place of an object: of several kinds the one that is also written. */
    private @Nullable JacksonType made(JacksonBean bean, @Nullable JacksonMember value, String place)
            throws BindingException {
        if (!ClassKinds.isConcrete(bean.type().raw()) && !bean.isMadeByOthers()) {
            return null;
        }
        JacksonType delegate = bean.creator().delegate();
        if (delegate != null || value == null && bean.creator().takesObjects()) {
            return delegate;
        }
        for (Map.Entry<Class<?>, String> kind : KINDS.entrySet()) {
            boolean written = value == null || wrapped(value.type().raw()) == kind.getKey();
            if (written && bean.creator().takes(kind.getValue())) {
                if (Number.class.isAssignableFrom(kind.getKey())) {
                    warnings.oneOrOnePointZero(place);
                }
                return value == null ? jackson.typeOf(kind.getKey()) : value.type();
            }
        }
        return null;
    }

    private static Class<?> wrapped(Class<?> type) {
        return MethodType.methodType(type).wrap().returnType();
    }

    /** A class's own object; of an abstract class, or an interface with known subtypes, any of theirs. */
    private ObjectNode single(JacksonBean bean, TypeUse use) throws BindingException, UnsupportedTypeException {
        Class<?> raw = use.type().raw();
        List<Class<?>> subtypes = side == Side.OUTPUT ? SubtypesById.known(bean) : List.of();
        if (subtypes.isEmpty() || subtypes.equals(List.of(raw))) {
            boolean asArray = ArrayShape.isOf(bean, use);
            BeanChecks.check(bean, side, use.place(), asArray);
            ObjectNode schema = beans.schema(bean, use);
            return asArray ? ArrayShape.of(schema, bean.properties(), use.place()) : schema;
        }
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        for (Class<?> subtype : subtypes) {
            TypeUse narrowed = narrowed(use, subtype);
            ObjectNode said = engine.saidByModule(narrowed);
            schema.withArray("anyOf")
                    .add(said == null ? beans.schema(jackson.bean(narrowed.type(), side), narrowed) : said);
        }
        return schema;
    }

    private ObjectNode alternatives(Polymorphism polymorphism, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        List<ObjectNode> branches = new ArrayList<>();
        String keyword = "oneOf";
        for (Map.Entry<String, Class<?>> alternative :
                polymorphism.alternatives().entrySet()) {
            TypeUse narrowed = narrowed(use, alternative.getValue());
            JacksonBean bean = jackson.bean(narrowed.type(), side);
            ObjectNode object = alternative(polymorphism, narrowed, bean);
            if (side == Side.OUTPUT && polymorphism.isWrittenBy(bean)) {
                keyword = "anyOf";
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
            keyword = "anyOf"; // A class may be below two of these.
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
        return refined(use, type);
    }
}

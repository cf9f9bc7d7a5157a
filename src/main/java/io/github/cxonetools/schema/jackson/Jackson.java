package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.AnnotationTypes;
import io.github.cxonetools.schema.classes.ProjectClasses;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The project's own Jackson, set up as the mapper that runs its handlers: whatever it says about properties, names and
 * creators is what the runtime does, in every version from 2.9 on.
 */
public final class Jackson {

    public static final String ANNOTATIONS = "com.fasterxml.jackson.annotation.";

    final ReflectiveCalls calls = new ReflectiveCalls();
    private final Generation generation;
    private final MapperSetup setup;
    private final Object mapper;
    private final Object reads;
    private final Object writes;
    private final AnnotationTypes annotations;
    private final AnnotationTypes databindAnnotations;
    private final MapperCode code;
    private @Nullable Boolean ownInstantiators;

    private Jackson(
            ProjectClasses classes, Generation generation, PropertyNaming naming, AdditionalProperties additional)
            throws BindingException, RejectedException {
        this.generation = generation;
        this.setup = new MapperSetup(classes, calls, generation);
        this.annotations = new AnnotationTypes(classes, ANNOTATIONS);
        this.databindAnnotations = new AnnotationTypes(classes, generation.databind + "annotation.");
        this.mapper = setup.mapper(naming, additional == AdditionalProperties.FORBID);
        this.reads = calls.get(
                mapper, generation == Generation.JACKSON_3 ? "deserializationConfig" : "getDeserializationConfig");
        this.writes = calls.get(
                mapper, generation == Generation.JACKSON_3 ? "serializationConfig" : "getSerializationConfig");
        this.code = new MapperCode(this, setup, calls, generation, mapper);
    }

    public static Jackson of(
            ProjectClasses classes, Generation generation, PropertyNaming naming, AdditionalProperties additional)
            throws RejectedException {
        try {
            return new Jackson(classes, generation, naming, additional);
        } catch (BindingException e) {
            throw new RejectedException(
                    "The project's Jackson cannot be set up: " + e.getMessage()
                            + ". Check that all Jackson artefacts on the class path have one version",
                    e);
        }
    }

    public Generation generation() {
        return generation;
    }

    /** What modules on the class path make of types. */
    public MapperCode code() {
        return code;
    }

    /** {@return true if an absent primitive constructor parameter is 0 or false: from Jackson 3.2 on} */
    public boolean takesAbsentPrimitives() throws BindingException {
        return minorVersion() >= 2;
    }

    /** {@return true if an external type id is bound to no property unless it is visible: after Jackson 3.0} */
    public boolean hidesExternalIds() throws BindingException {
        return generation == Generation.JACKSON_3 && minorVersion() >= 1;
    }

    /** {@return true if a constructor gets no value whose type id stands beside it: Jackson 2.12, and none from 2.15 on} */
    public boolean mixesUpCreatorsAndExternalIds() throws BindingException {
        return generation == Generation.JACKSON_2 && minorVersion() < 15;
    }

    private int minorVersion() throws BindingException {
        return (int) calls.get(calls.get(mapper, "version"), "getMinorVersion");
    }

    /** {@return true if {@code @JsonAnySetter} works at a constructor's parameter: from Jackson 2.18 on} */
    boolean takesOthersByConstructor() throws BindingException {
        return generation == Generation.JACKSON_3 || minorVersion() >= 18;
    }

    /** True from Jackson 2.11 on: {@code @JsonAlias} at an enum's constant. */
    public boolean readsEnumAliases() throws BindingException {
        return generation == Generation.JACKSON_3 || minorVersion() >= 11;
    }

    /** {@return true if the mapper fills collections and maps without a setter, as Jackson 2 does} */
    boolean usesGettersAsSetters() throws BindingException {
        try {
            return calls.is(mapper, "isEnabled", setup.constant("MapperFeature", "USE_GETTERS_AS_SETTERS"));
        } catch (RejectedException e) {
            return false; // No such enumeration, no such feature.
        }
    }

    /** A type with its arguments resolved. */
    public JacksonType typeOf(Type type) throws BindingException {
        return new JacksonType(calls, calls.get(mapper, "constructType", type));
    }

    /** {@code type} as one of its subclasses, with the arguments that it gives them. */
    public JacksonType narrowed(JacksonType type, Class<?> subtype) throws BindingException {
        return new JacksonType(
                calls,
                calls.get(calls.get(mapper, "getTypeFactory"), "constructSpecializedType", type.handle(), subtype));
    }

    public JacksonBean bean(JacksonType type, Side side) throws BindingException {
        Object config = config(side);
        Object introspector = calls.get(
                config, generation == Generation.JACKSON_3 ? "classIntrospectorInstance" : "getClassIntrospector");
        String verb = side == Side.INPUT ? "Deserialization" : "Serialization";
        Object description = generation == Generation.JACKSON_3
                ? calls.get(
                        introspector,
                        "introspectFor" + verb,
                        type.handle(),
                        calls.get(introspector, "introspectClassAnnotations", type.handle()))
                : calls.get(introspector, "for" + verb, config, type.handle(), config);
        JacksonBean bean = new JacksonBean(this, side, type, description);
        Class<?> builder = side == Side.INPUT ? bean.builder() : null;
        return builder == null ? bean : built(type, builder, introspector, description);
    }

    /** What a builder takes is what the class that it builds is read from. */
    private JacksonBean built(JacksonType type, Class<?> builder, Object introspector, Object description)
            throws BindingException {
        Object made = typeOf(builder).handle();
        return new JacksonBean(this, Side.INPUT, type, builtDescription(made, introspector, description));
    }

    private Object builtDescription(Object builder, Object introspector, Object description) throws BindingException {
        if (generation == Generation.JACKSON_3) {
            return calls.get(introspector, "introspectForDeserializationWithBuilder", builder, description);
        }
        return minorVersion() >= 12
                ? calls.get(introspector, "forDeserializationWithBuilder", reads, builder, reads, description)
                : calls.get(introspector, "forDeserializationWithBuilder", reads, builder, reads);
    }

    Object config(Side side) {
        return side == Side.INPUT ? reads : writes;
    }

    /** How the mapper makes an instance of what {@code description} describes. */
    Object instantiator(Object description) throws BindingException {
        if (generation == Generation.JACKSON_3) {
            Object context = calls.get(mapper, "_deserializationContext");
            return calls.get(
                    ReflectiveCalls.field(context, "_factory"),
                    "findValueInstantiator",
                    context,
                    calls.get(description, "supplier"));
        }
        Object context = calls.get(mapper, "createDeserializationContext", null, reads);
        return calls.get(calls.get(context, "getFactory"), "findValueInstantiator", context, description);
    }

    /** {@return true if a module, such as Kotlin's, may create instances of the project's classes in its own way} */
    boolean mayHaveInstantiatorsOfModules() throws BindingException {
        Boolean known = ownInstantiators;
        if (known == null) {
            Object factory = generation == Generation.JACKSON_3
                    ? ReflectiveCalls.field(calls.get(mapper, "_deserializationContext"), "_factory")
                    : calls.get(calls.get(mapper, "getDeserializationContext"), "getFactory");
            known = false;
            for (Object instantiators :
                    (Iterable<?>) calls.get(calls.get(factory, "getFactoryConfig"), "valueInstantiators")) {
                known |= !MapperCode.isOfJavaTime(instantiators.getClass()); // They are of ZoneId alone.
            }
            ownInstantiators = known;
        }
        return known;
    }

    /** What the mapper writes. */
    public String write(Object value) throws BindingException {
        return (String) calls.get(mapper, "writeValueAsString", value);
    }

    /**
     * An instance of one class, without a type id.
     *
     * @throws BindingException where the mapper, or code of the class, refuses
     */
    public Object make(JacksonType type, String json) throws BindingException {
        boolean third = generation == Generation.JACKSON_3;
        Object parser = calls.get(third ? mapper : calls.get(mapper, "getFactory"), "createParser", json);
        Object context = third
                ? calls.get(mapper, "_deserializationContext", parser)
                : calls.get(mapper, "createDeserializationContext", parser, reads);
        // The one for a root value would ask for an id, where a superclass has @JsonTypeInfo.
        Object deserializer = calls.get(context, "findContextualValueDeserializer", type.handle(), null);
        calls.get(parser, "nextToken");
        return calls.get(deserializer, "deserialize", parser, context);
    }

    /** What the mapper reads; null where it refuses. */
    @Nullable
    public Object readOrNull(String json, Class<?> type) {
        try {
            return read(json, type);
        } catch (BindingException e) {
            return null;
        }
    }

    /**
     * What the mapper reads, which may be null.
     *
     * @throws BindingException where the mapper, or code of the class, refuses
     */
    @Nullable
    public Object read(String json, Class<?> type) throws BindingException {
        return calls.call(mapper, "readValue", json, type);
    }

    /** {@return true if the mapper reads {@code json} as something of that type} */
    public boolean reads(String json, JacksonType type) {
        try {
            Object reader = calls.get(mapper, "readerFor", type.handle());
            return calls.call(reader, "readValue", json) != null;
        } catch (BindingException e) {
            return false;
        }
    }

    /** {@return true if a strategy of Jackson's or of the project's names an enum's constants} */
    public boolean hasEnumNaming(Class<?> type) {
        for (String name : List.of("EnumNaming", "JsonNaming")) {
            Class<? extends Annotation> naming = databindAnnotation(name);
            if (naming != null && type.isAnnotationPresent(naming)) {
                return true;
            }
        }
        return false;
    }

    /** An annotation of Jackson's, by its simple name; null where the version on the class path has none of that name. */
    @Nullable
    public Class<? extends Annotation> annotation(String simpleName) {
        return annotations.find(simpleName);
    }

    /** An annotation of the databind part, for example {@code JsonNaming}. */
    @Nullable
    public Class<? extends Annotation> databindAnnotation(String simpleName) {
        return databindAnnotations.find(simpleName);
    }
}

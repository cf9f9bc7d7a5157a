package io.github.cxonetools.schema.jackson;

import org.jspecify.annotations.Nullable;

/** What one mapper makes of types: its serializers, deserializers and type mappings, before any value is there. */
final class MapperQuestions {

    private final ReflectiveCalls calls;
    private final Generation generation;
    private final Object mapper;
    private final Object reads;
    private final Object writes;

    MapperQuestions(ReflectiveCalls calls, Generation generation, Object mapper) throws BindingException {
        this.calls = calls;
        this.generation = generation;
        this.mapper = mapper;
        boolean three = generation == Generation.JACKSON_3;
        this.reads = calls.get(mapper, three ? "deserializationConfig" : "getDeserializationConfig");
        this.writes = calls.get(mapper, three ? "serializationConfig" : "getSerializationConfig");
    }

    Generation generation() {
        return generation;
    }

    /** Null where Jackson refuses the type. */
    @Nullable
    Object ofValue(JacksonType type, Side side) {
        try {
            return side == Side.OUTPUT
                    ? calls.call(serialization(), "findValueSerializer", type.handle())
                    : calls.call(
                            ReflectiveCalls.field(deserialization(), "_cache"),
                            "_createDeserializer",
                            deserialization(),
                            factory(),
                            type.handle());
        } catch (BindingException e) {
            return null;
        }
    }

    /** Null where Jackson refuses the type as a key. */
    @Nullable
    Object ofKey(JacksonType type, Side side) {
        try {
            return side == Side.OUTPUT
                    ? calls.call(serialization(), "findKeySerializer", type.handle(), null)
                    : calls.call(deserialization(), "findKeyDeserializer", type.handle(), null);
        } catch (BindingException e) {
            return null;
        }
    }

    /** What the introspector answers of a member, or of a class. */
    @Nullable
    Object ofMember(Object member, String question) throws BindingException {
        Object introspector = calls.get(reads, "getAnnotationIntrospector");
        return generation == Generation.JACKSON_3
                ? calls.call(introspector, question, reads, member)
                : calls.call(introspector, question, member);
    }

    /** {@code type} as annotations of {@code annotated}, a member or a class, make it more exact. */
    Object refined(Object annotated, Object type, Side side) throws BindingException {
        Object config = side == Side.INPUT ? reads : writes;
        String question = side == Side.INPUT ? "refineDeserializationType" : "refineSerializationType";
        return calls.get(calls.get(config, "getAnnotationIntrospector"), question, config, annotated, type);
    }

    /** The class that a module has named to be made for an abstract one. */
    Object mapped(Object type) throws BindingException {
        return generation == Generation.JACKSON_3
                ? calls.get(reads, "mapAbstractType", type)
                : calls.get(factory(), "mapAbstractType", reads, type);
    }

    /** Code that may change what was found out about a class; null where there is none. */
    @Nullable
    Object modifier(Side side) throws BindingException {
        Object factory = side == Side.INPUT
                ? factory()
                : generation == Generation.JACKSON_3
                        ? ReflectiveCalls.field(serialization(), "_serializerFactory")
                        : calls.get(mapper, "getSerializerFactory");
        Object modifiers = calls.get(
                ReflectiveCalls.field(factory, "_factoryConfig"),
                side == Side.INPUT ? "deserializerModifiers" : "serializerModifiers");
        for (Object modifier : (Iterable<?>) modifiers) {
            if (!modifier.getClass().getName().contains(".jackson.")) {
                return modifier;
            }
        }
        return null;
    }

    String write(Object value) throws BindingException {
        return (String) calls.get(mapper, "writeValueAsString", value);
    }

    private Object serialization() throws BindingException {
        return calls.get(
                mapper, generation == Generation.JACKSON_3 ? "_serializationContext" : "getSerializerProviderInstance");
    }

    private Object deserialization() throws BindingException {
        return generation == Generation.JACKSON_3
                ? calls.get(mapper, "_deserializationContext")
                : calls.get(mapper, "createDeserializationContext", null, reads);
    }

    private Object factory() throws BindingException {
        return generation == Generation.JACKSON_3
                ? ReflectiveCalls.field(deserialization(), "_factory")
                : calls.get(deserialization(), "getFactory");
    }
}

package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.ClassKinds;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serializers and deserializers that modules on the class path give types, and that say what stands on the wire where a class's
 * properties do not. A type is asked about only where there are modules that may do so: the mapper is then compared with one
 * that lacks them.
 */
public final class MapperCode {

    /** Of {@code java.time} too; it writes the names of zones. */
    private static final String BEFORE_2_10 = "com.fasterxml.jackson.datatype.jsr310.JSR310Module";

    /** Modules that leave each class's shape as it is, or whose types are known. */
    static final Set<String> KNOWN = Set.of(
            "com.fasterxml.jackson.datatype.jsr310.JavaTimeModule",
            MapperCode.BEFORE_2_10,
            "com.fasterxml.jackson.datatype.jdk8.Jdk8Module",
            "com.fasterxml.jackson.module.paramnames.ParameterNamesModule",
            "com.fasterxml.jackson.module.afterburner.AfterburnerModule",
            "com.fasterxml.jackson.module.blackbird.BlackbirdModule",
            "org.openapitools.jackson.nullable.JsonNullableModule",
            "tools.jackson.module.afterburner.AfterburnerModule",
            "tools.jackson.module.blackbird.BlackbirdModule");

    /** What Jackson makes for a class whose shape its introspection tells, besides what reads or writes properties. */
    private static final Set<String> INTROSPECTED = Set.of(
            "AbstractDeserializer",
            "EnumDeserializer",
            "EnumSerializer",
            "FactoryBasedEnumDeserializer",
            "JsonValueSerializer",
            "UnknownSerializer");

    /** Jackson's own, which write any list or map as one. */
    private static final Set<String> CONTAINERS =
            Set.of("CollectionSerializer", "IndexedListSerializer", "IterableSerializer", "MapSerializer");

    private static final String KOTLIN = ".jackson.module.kotlin.";

    private final Jackson jackson;
    private final MapperSetup setup;
    private final ReflectiveCalls calls;
    private final MapperQuestions mapper;
    private final boolean hasModules;
    private final Map<CodeUse, Optional<Class<?>>> known = new ConcurrentHashMap<>();
    private @Nullable MapperQuestions plain;

    private record CodeUse(Object type, Side side, boolean key) {}

    MapperCode(Jackson jackson, MapperSetup setup, ReflectiveCalls calls, Generation generation, Object mapper)
            throws BindingException {
        this.jackson = jackson;
        this.setup = setup;
        this.calls = calls;
        this.mapper = new MapperQuestions(calls, generation, mapper);
        this.hasModules = !KNOWN.containsAll(setup.modules());
    }

    /** {@return true if a class is of Jackson's own part for {@code java.time}} */
    public static boolean isOfJavaTime(Class<?> code) {
        String name = code.getName();
        return name.startsWith("com.fasterxml.jackson.datatype.jsr310.")
                || name.startsWith("tools.jackson.databind.ext.javatime.");
    }

    /** {@return true if a module was found that may give types another shape} */
    public boolean hasModules() {
        return hasModules;
    }

    /** {@return true if a module of this simple name was found} */
    public boolean hasModule(String name) {
        return setup.modules().stream().anyMatch(module -> module.endsWith("." + name));
    }

    /** The (de)serializer of values of {@code type} that comes from a module; null where its shape is as without modules. */
    public @Nullable Class<?> ofValue(JacksonType type, Side side) throws BindingException {
        if (side == Side.OUTPUT
                && type.raw() == ZonedDateTime.class
                && setup.modules().contains(BEFORE_2_10)) {
            Object writes = mapper.ofValue(type, side);
            return writes == null ? null : writes.getClass();
        }
        return hasModules ? known(type, side, false) : null;
    }

    /** As {@link #ofValue}, where {@code type} stands as a key of a map. */
    public @Nullable Class<?> ofKey(JacksonType type, Side side) throws BindingException {
        return hasModules ? known(type, side, true) : null;
    }

    private @Nullable Class<?> known(JacksonType type, Side side, boolean key) throws BindingException {
        CodeUse use = new CodeUse(type.handle(), side, key);
        Optional<Class<?>> answer = known.get(use);
        if (answer == null) {
            answer = Optional.ofNullable(found(type, side, key));
            known.put(use, answer);
        }
        return answer.orElse(null);
    }

    private @Nullable Class<?> found(JacksonType type, Side side, boolean key) throws BindingException {
        Object own = key ? mapper.ofKey(type, side) : mapper.ofValue(type, side);
        if (own == null) {
            return null; // Jackson's own refusal comes where the type is used.
        }
        if (isIntrospected(own) && !isOfJdk(type.raw())) {
            return modifier(own, type, side);
        }
        Object other = key ? plain().ofKey(type, side) : plain().ofValue(type, side);
        boolean same = other != null
                && own.getClass() == other.getClass()
                && (!isOfJdk(type.raw()) || holdsOthers(type) || ObjectState.equal(own, other));
        return same && (key || writesAlike(type, side)) || holdsOthers(type) && isOfLibrary(own)
                ? null
                : own.getClass();
    }

    private static boolean holdsOthers(JacksonType type) throws BindingException {
        return type.isCollection() || type.isMap() || type.isReference() || type.isArray();
    }

    private static boolean isOfJdk(Class<?> raw) {
        return raw.isPrimitive() || raw.isArray() || raw.getName().startsWith("java.");
    }

    private boolean isIntrospected(Object code) {
        Class<?> type = code.getClass();
        boolean oneObject = type.getName().contains(KOTLIN)
                && type.getSimpleName().equals("KotlinObjectSingletonDeserializer"); // Around Jackson's own.
        return oneObject
                || type.getName().startsWith(mapper.generation().databind)
                        && (INTROSPECTED.contains(type.getSimpleName()) || isOfProperties(code));
    }

    private static boolean isOfProperties(Object code) {
        String name = code.getClass().getSimpleName();
        return name.endsWith("BeanSerializer")
                || name.endsWith("BeanDeserializer")
                || name.equals("BuilderBasedDeserializer");
    }

    /** Jackson's own code, and that of modules for libraries; what containers hold is what the type says. */
    private static boolean isOfLibrary(Object code) {
        String name = code.getClass().getName();
        return name.contains(".jackson.datatype.")
                || CONTAINERS.contains(code.getClass().getSimpleName()) && name.contains(".databind.");
    }

    /** Features that a module sets show in what the mapper writes. */
    private boolean writesAlike(JacksonType type, Side side) throws BindingException {
        Object sample = ValueSamples.of(type.raw());
        return side == Side.INPUT || sample == null || mapper.write(sample).equals(plain().write(sample));
    }

    /** What has changed the properties that the class's annotations give it; null where nothing has. */
    private @Nullable Class<?> modifier(Object code, JacksonType type, Side side) throws BindingException {
        Object modifier = isOfProperties(code) ? mapper.modifier(side) : null;
        if (modifier == null) {
            return null;
        }
        Set<String> names = new TreeSet<>();
        for (Iterator<?> each = (Iterator<?>) calls.get(code, "properties"); each.hasNext(); ) {
            Object property = each.next();
            if (!property.getClass().getName().startsWith(mapper.generation().databind)) {
                return modifier.getClass();
            }
            names.add((String) calls.get(property, "getName"));
        }
        Set<String> declared = new TreeSet<>();
        for (JacksonProperty property : jackson.bean(type, side).properties()) {
            declared.add(property.name());
        }
        return names.equals(declared) ? null : modifier.getClass();
    }

    /** {@return true if Kotlin's module reads or writes what a value class holds in its place} */
    public boolean unboxes(JacksonType type, Side side) {
        Object code = hasModules ? mapper.ofValue(type, side) : null;
        Object converter = code == null ? null : ReflectiveCalls.fieldOrNull(code, "_converter");
        Class<?> deciding = converter == null ? code == null ? Object.class : code.getClass() : converter.getClass();
        String name = deciding.getName();
        return name.contains(KOTLIN)
                && (name.contains("Unbox") || name.contains("Box") && !name.contains("HasConversionCreator"));
    }

    /** The value class that Kotlin's module puts around what a getter gives before it is written; null where it does not. */
    @Nullable
    JacksonType boxed(Object member) throws BindingException {
        Object converter = hasModules ? mapper.ofMember(member, "findSerializationConverter") : null;
        if (converter == null || !isBoxing(converter)) {
            return null;
        }
        Object boxed = calls.get(converter, "getBoxedClass");
        return jackson.typeOf(boxed instanceof Class<?> type ? type : (Class<?>) calls.get(boxed, "getJClass"));
    }

    private static boolean isBoxing(Object converter) {
        String name = converter.getClass().getName();
        return name.contains(KOTLIN) && name.contains("ValueClassBoxConverter");
    }

    /** {@return true if a number of this type is written as the text of what it is otherwise} */
    public boolean writesAsText(Class<?> number) throws BindingException {
        Object sample = hasModules ? ValueSamples.of(number) : null;
        return sample instanceof Number && mapper.write(sample).equals('"' + plain().write(sample) + '"');
    }

    /** {@return true if what is no number, such as the result of 0.0 / 0, is written as text, and so as JSON} */
    public boolean quotesNotNumbers() throws BindingException {
        return !hasModules || mapper.write(Double.NaN).startsWith("\"");
    }

    private MapperQuestions plain() throws BindingException {
        MapperQuestions made = plain;
        if (made == null) {
            try {
                made = new MapperQuestions(calls, mapper.generation(), setup.plainMapper());
            } catch (RejectedException e) {
                throw new IllegalStateException(e); // The same classes have made the project's own.
            }
            plain = made;
        }
        return made;
    }

    /** What the mapper's introspector answers of a member: the class of code that an annotation or a module names. */
    @Nullable
    Class<?> named(Object member, List<String> questions) throws BindingException {
        for (String question : questions) {
            Object code = mapper.ofMember(member, question);
            if (code != null
                    && !isBoxing(code)
                    && !(code instanceof Class<?> type && type.getSimpleName().equals("None"))) {
                return code instanceof Class<?> type ? type : code.getClass();
            }
        }
        return null;
    }

    /** {@code type} as annotations of a member, or a class, make it more exact. */
    JacksonType refined(Object annotated, JacksonType type, Side side) throws BindingException {
        return new JacksonType(calls, mapper.refined(annotated, type.handle(), side));
    }

    /** What a module has named to be made in place of {@code type}, or the type itself. */
    JacksonType mapped(JacksonType type) throws BindingException {
        return hasModules && !ClassKinds.isConcrete(type.raw())
                ? new JacksonType(calls, mapper.mapped(type.handle()))
                : type;
    }
}

package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.classes.ClassKinds;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A class with properties, as the project's Jackson reads or writes it. */
public final class JacksonBean {

    private final Jackson jackson;
    private final ReflectiveCalls calls;
    private final Side side;
    private final JacksonType type;
    private final Object description;
    private final JacksonCreator creator;
    private @Nullable MemberCode code;
    private @Nullable List<JacksonProperty> properties;

    JacksonBean(Jackson jackson, Side side, JacksonType type, Object description) {
        this.jackson = jackson;
        this.calls = jackson.calls;
        this.side = side;
        this.type = type;
        this.description = description;
        this.creator = new JacksonCreator(jackson, this, description);
    }

    public JacksonType type() {
        return type;
    }

    public Jackson jackson() {
        return jackson;
    }

    private Object classInfo() throws BindingException {
        return calls.get(description, "getClassInfo");
    }

    /** What stands on the wire for this class: the one that is made, or seen, in its place, by an annotation or a module. */
    public JacksonType refined() throws BindingException {
        JacksonType made = side == Side.INPUT ? jackson.code().mapped(type) : type;
        JacksonBean bean = made.equals(type) ? this : jackson.bean(made, side);
        return bean.code().refined(made, side);
    }

    /** What annotations of the class put between a value and the wire. */
    public MemberCode code() throws BindingException {
        MemberCode known = code;
        if (known == null) {
            known = new MemberCode(jackson, classInfo());
            code = known;
        }
        return known;
    }

    /** Names that {@code @JsonIgnoreProperties} of the class, or the mapper, keeps off the wire on this side. */
    private Set<?> ignored() throws BindingException {
        Object ignorals = calls.call(jackson.config(side), "getDefaultPropertyIgnorals", type.raw(), classInfo());
        String question = side == Side.INPUT ? "findIgnoredForDeserialization" : "findIgnoredForSerialization";
        return ignorals == null ? Set.of() : (Set<?>) calls.get(ignorals, question);
    }

    /** Names that alone may cross, by {@code @JsonIncludeProperties}; null where all may. */
    private @Nullable Set<String> included() throws BindingException {
        return attributes("JsonIncludeProperties").get("value") instanceof String[] names ? Set.of(names) : null;
    }

    /** {@return true if Jackson ignores this property name} */
    public boolean passesOver(String name) throws BindingException {
        Set<String> included = included();
        return calls.call(description, "getIgnoredPropertyNames") instanceof Set<?> more && more.contains(name)
                || ignored().contains(name)
                || included != null && !included.contains(name);
    }

    /** Names that the mapper skips, also where it refuses unknown ones. */
    public Set<String> skipped() throws BindingException {
        Set<String> names = new TreeSet<>();
        if (calls.call(description, "getIgnoredPropertyNames") instanceof Set<?> more) {
            more.forEach(name -> names.add(String.valueOf(name)));
        }
        ignored().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** {@return true if the class ignores unknown properties, whatever the mapper's feature says} */
    public boolean ignoresUnknown() throws BindingException {
        return Boolean.TRUE.equals(attributes("JsonIgnoreProperties").get("ignoreUnknown"));
    }

    /** Concrete subtypes with their ids, as the mapper resolves them; those without a name of their own have a null id. */
    public List<Subtype> subtypes() throws BindingException {
        return Subtypes.of(
                calls,
                (Collection<?>) calls.get(
                        subtypeResolver(), "collectAndResolveSubtypesByTypeId", jackson.config(side), classInfo()),
                attributes("JsonSubTypes"));
    }

    /** As {@link #subtypes()}, of a value of this class in a property that names more of them. */
    public List<Subtype> subtypesIn(JacksonProperty property) throws BindingException {
        return Subtypes.of(
                calls,
                (Collection<?>) calls.get(
                        subtypeResolver(),
                        "collectAndResolveSubtypesByTypeId",
                        jackson.config(side),
                        property.primaryMember(),
                        type.handle()),
                property.attributes("JsonSubTypes"));
    }

    private Object subtypeResolver() throws BindingException {
        return calls.get(jackson.config(side), "getSubtypeResolver");
    }

    /** A subtype and the name it was given, if it was. */
    public record Subtype(Class<?> type, @Nullable String name) {}

    /** The properties that cross the wire on this side, in the mapper's order. */
    public List<JacksonProperty> properties() throws BindingException {
        List<JacksonProperty> known = properties;
        if (known == null) {
            known = List.copyOf(found());
            properties = known;
        }
        return known;
    }

    private List<JacksonProperty> found() throws BindingException {
        List<JacksonProperty> properties = new ArrayList<>();
        Set<String> parameters = side == Side.INPUT ? creator.properties() : Set.of();
        Set<?> ignored = ignored();
        Set<String> included = included();
        Object inclusion = calls.get(
                description, "findPropertyInclusion", calls.get(jackson.config(side), "getDefaultPropertyInclusion"));
        for (Object definition : (Collection<?>) calls.get(description, "findProperties")) {
            boolean created = parameters.contains((String) calls.get(definition, "getName")) && !isReadOnly(definition);
            JacksonProperty property = new JacksonProperty(jackson, side, definition, inclusion, created);
            boolean allowed =
                    !ignored.contains(property.name()) && (included == null || included.contains(property.name()));
            if (allowed && property.crosses()) {
                properties.add(property);
            }
        }
        return properties;
    }

    /** A constructor's parameter that the mapper passes over, because of {@code access = READ_ONLY}. */
    private boolean isReadOnly(Object definition) throws BindingException {
        return calls.call(definition, "getConstructorParameter") == null
                && "READ_ONLY".equals(String.valueOf(calls.call(definition, "findAccess")));
    }

    /** The names that the mapper knows, whether they cross or not. */
    public Set<String> names() throws BindingException {
        Set<String> names = new TreeSet<>();
        for (Object definition : (Collection<?>) calls.get(description, "findProperties")) {
            names.add((String) calls.get(definition, "getName"));
        }
        return names;
    }

    /** Names that nothing writes and that the mapper binds as if they were properties. */
    public List<String> backReferences() throws BindingException {
        List<String> names = new ArrayList<>();
        for (Object definition : (Collection<?>) calls.get(description, "findProperties")) {
            JacksonProperty property = new JacksonProperty(jackson, side, definition, definition, false);
            if (side == Side.INPUT && property.isBoundBackReference()) {
                names.add(property.name());
            }
        }
        return names;
    }

    /** Fields and methods that the mapper gives a value of its own. */
    public List<JacksonMember> injected() throws BindingException {
        List<JacksonMember> members = new ArrayList<>();
        if (calls.call(description, "findInjectables") instanceof Map<?, ?> found) {
            found.values().forEach(member -> members.add(new JacksonMember(calls, member)));
        }
        return members;
    }

    /** How the mapper makes an instance; known of what is read. */
    public JacksonCreator creator() {
        return creator;
    }

    /** The member whose value stands for the whole object, if there is one. */
    @Nullable
    public JacksonMember jsonValue() throws BindingException {
        return JacksonMember.of(calls, calls.call(description, "findJsonValueAccessor"));
    }

    /** What gives the properties that the class does not know. */
    @Nullable
    public JacksonMember anyGetter() throws BindingException {
        return JacksonMember.of(calls, calls.call(description, "findAnyGetter"));
    }

    /** What takes, or gives, the properties that the class does not know. */
    @Nullable
    public JacksonMember any() throws BindingException {
        JacksonMember member = JacksonMember.of(
                calls, calls.call(description, side == Side.INPUT ? "findAnySetterAccessor" : "findAnyGetter"));
        return member == null && side == Side.INPUT && ClassKinds.isConcrete(type.raw()) ? creator.others() : member;
    }

    /** {@return true if this is the field behind the any-getter, which Jackson 2 also binds by its own name} */
    public boolean fillsOthers(JacksonProperty property) throws BindingException {
        Method getter = side == Side.INPUT ? property.getter() : null;
        return getter != null
                && jackson.annotation("JsonAnyGetter") != null
                && getter.isAnnotationPresent(jackson.annotation("JsonAnyGetter"));
    }

    /** True where a builder or a factory method makes what is of this class, which then need not be concrete. */
    public boolean isMadeByOthers() throws BindingException {
        Class<? extends Annotation> creator = jackson.annotation("JsonCreator");
        boolean factory = false;
        for (Method method : type.raw().getDeclaredMethods()) {
            factory |=
                    Modifier.isStatic(method.getModifiers()) && creator != null && method.isAnnotationPresent(creator);
        }
        return factory || isBuilt();
    }

    /** {@return true if a builder makes what is of this class} */
    public boolean isBuilt() throws BindingException {
        return builderType() != type.raw();
    }

    /** The class of the builder; where there is none, this class. */
    public Class<?> builderType() throws BindingException {
        return (Class<?>) calls.get(calls.get(description, "getType"), "getRawClass");
    }

    /** {@code @JsonDeserialize(builder)}. */
    @Nullable
    Class<?> builder() throws BindingException {
        Annotation found = annotation(jackson.databindAnnotation("JsonDeserialize"));
        Object builder = found == null ? null : Attributes.of(found).get("builder");
        return builder instanceof Class<?> named && named != Void.class ? named : null;
    }

    public boolean hasObjectIds() throws BindingException {
        return calls.call(description, "getObjectIdInfo") != null;
    }

    /** An annotation of the class, mix-ins and supertypes included. */
    @Nullable
    public Annotation annotation(@Nullable Class<? extends Annotation> annotation) throws BindingException {
        return annotation == null ? null : (Annotation) calls.call(classInfo(), "getAnnotation", annotation);
    }

    /** Attributes of an annotation of Jackson's on the class; empty where it is not there. */
    public Map<String, Object> attributes(String simpleName) throws BindingException {
        Annotation found = annotation(jackson.annotation(simpleName));
        return found == null ? Map.of() : Attributes.of(found);
    }

    /** As {@link #attributes}, of an annotation of the databind part. */
    public Map<String, Object> databindAttributes(String simpleName) throws BindingException {
        Annotation found = annotation(jackson.databindAnnotation(simpleName));
        return found == null ? Map.of() : Attributes.of(found);
    }
}

package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One property, as the project's Jackson reads or writes it. */
public final class JacksonProperty {

    private final Jackson jackson;
    private final ReflectiveCalls calls;
    private final Side side;
    private final Object definition;
    private final Object ofClass;
    private final boolean creator;
    private final String name;

    /** Each is asked for several times, and each question is a reflective call. */
    private final Map<String, Map<String, Object>> attributes = new HashMap<>();

    private final Map<String, Optional<AnnotatedElement>> members = new HashMap<>();

    private @Nullable Map<Class<?>, Annotation> annotations;
    private @Nullable Object metadata;
    private @Nullable Map<String, Object> inclusion;
    private @Nullable Boolean backReference;
    private @Nullable String memberName;
    private @Nullable JacksonType type;
    private @Nullable Object member;
    private @Nullable MemberCode code;

    /**
     * @param ofClass when the mapper writes properties of the class, by its annotation
     * @param creator true where a constructor or a factory method takes it
     */
    JacksonProperty(Jackson jackson, Side side, Object definition, Object ofClass, boolean creator)
            throws BindingException {
        this.jackson = jackson;
        this.calls = jackson.calls;
        this.side = side;
        this.definition = definition;
        this.ofClass = ofClass;
        this.creator = creator;
        this.name = nameOf(jackson.calls, definition);
    }

    /** The name on the wire of what the mapper describes by {@code definition}. */
    static String nameOf(ReflectiveCalls calls, Object definition) throws BindingException {
        return (String) calls.get(definition, "getName");
    }

    /** Its name on the wire. */
    public String name() {
        return name;
    }

    /** The name of the member that it comes from, before any renaming. */
    public String memberName() throws BindingException {
        String known = memberName;
        if (known == null) {
            known = (String) calls.get(definition, "getInternalName");
            memberName = known;
        }
        return known;
    }

    public JacksonType type() throws BindingException {
        JacksonType known = type;
        if (known == null) {
            known = code().refined(new JacksonType(calls, calls.get(definition, "getPrimaryType")), side);
            type = known;
        }
        return known;
    }

    /** The type of what the mapper writes; null where it writes nothing. */
    @Nullable
    public Class<?> writtenType() throws BindingException {
        Object accessor = calls.call(definition, "getAccessor");
        if (accessor == null) {
            return null;
        }
        Class<?> erased = (Class<?>) calls.get(accessor, "getRawType");
        return erased == type().raw()
                        && Modifier.isFinal(erased.getModifiers()) // Otherwise it may be a variable's bound.
                ? erased
                : new JacksonType(calls, calls.get(accessor, "getType")).raw();
    }

    /** {@return true if a constructor or a factory method takes the property} */
    public boolean isCreator() {
        return creator;
    }

    /** {@code @JsonProperty(required = true)}. */
    public boolean isRequired() throws BindingException {
        return calls.is(definition, "isRequired");
    }

    @Nullable
    public String description() throws BindingException {
        return (String) calls.call(metadata(), "getDescription");
    }

    @Nullable
    public String defaultValue() throws BindingException {
        return (String) calls.call(metadata(), "getDefaultValue");
    }

    @Nullable
    public Integer index() throws BindingException {
        return (Integer) calls.call(metadata(), "getIndex");
    }

    private Object metadata() throws BindingException {
        Object known = metadata;
        if (known == null) {
            known = calls.get(definition, "getMetadata");
            metadata = known;
        }
        return known;
    }

    @Nullable
    public Field field() throws BindingException {
        return (Field) member("getField");
    }

    @Nullable
    public Method getter() throws BindingException {
        return (Method) member("getGetter");
    }

    /** Empty where it has no setter. */
    public String setterName() throws BindingException {
        Method setter = setter();
        return setter == null ? "" : setter.getName();
    }

    @Nullable
    public Method setter() throws BindingException {
        return (Method) member("getSetter");
    }

    /** The parameter of a constructor or a factory method that takes it; null where none does, or on output. */
    @Nullable
    public Parameter parameter() throws BindingException {
        Object annotated = calls.call(definition, "getConstructorParameter");
        if (annotated == null) {
            return null;
        }
        Executable owner = (Executable) calls.get(calls.get(annotated, "getOwner"), "getAnnotated");
        return owner.getParameters()[(Integer) calls.get(annotated, "getIndex")];
    }

    /** Equal for one property of one class, each time that the mapper describes it. */
    public List<@Nullable Object> identity() throws BindingException {
        return Arrays.asList(name, field(), getter(), setter(), parameter());
    }

    private @Nullable AnnotatedElement member(String kind) throws BindingException {
        Optional<AnnotatedElement> known = members.get(kind);
        if (known == null) {
            Object annotated = calls.call(definition, kind);
            known = annotated == null
                    ? Optional.empty()
                    : Optional.ofNullable((AnnotatedElement) calls.call(annotated, "getAnnotated"));
            members.put(kind, known);
        }
        return known.orElse(null);
    }

    /** {@return true if the mapper reads it (input) or writes it (output)} */
    boolean crosses() throws BindingException {
        return !isBackReference() && !isOfIgnoredType() && hasAccess();
    }

    /** {@return true if this is a back reference that Jackson binds when a payload has it} */
    boolean isBoundBackReference() throws BindingException {
        return isBackReference() && hasMutator();
    }

    private boolean isBackReference() throws BindingException {
        Boolean known = backReference;
        if (known == null) {
            Object reference = calls.call(definition, "findReferenceType");
            known = reference != null && calls.is(reference, "isBackReference");
            backReference = known;
        }
        return known;
    }

    /** {@code @JsonIgnoreType}; a creator's parameter is there all the same. */
    private boolean isOfIgnoredType() throws BindingException {
        Class<? extends Annotation> ignored = jackson.annotation("JsonIgnoreType");
        return !creator && ignored != null && type().raw().isAnnotationPresent(ignored);
    }

    private boolean hasAccess() throws BindingException {
        return side == Side.OUTPUT ? calls.call(definition, "getAccessor") != null : hasMutator() || isSetterless();
    }

    private boolean hasMutator() throws BindingException {
        return creator || calls.is(definition, "hasSetter") || calls.is(definition, "hasField");
    }

    /** A constructor's parameter that takes what has no property, and nothing under its own name. */
    public boolean isOthers() throws BindingException {
        return creator && annotation("JsonAnySetter") != null;
    }

    /** A collection or a map that Jackson 2 fills through its getter. */
    public boolean isSetterless() throws BindingException {
        Method getter = getter();
        return !hasMutator()
                && getter != null
                && (Collection.class.isAssignableFrom(getter.getReturnType())
                        || Map.class.isAssignableFrom(getter.getReturnType()))
                && jackson.usesGettersAsSetters();
    }

    /** Other names under which the mapper reads it. */
    public List<String> aliases() throws BindingException {
        return side == Side.INPUT && attributes("JsonAlias").get("value") instanceof String[] aliases
                ? List.of(aliases)
                : List.of();
    }

    /** {@return true if a serializer or deserializer that an annotation names decides the property's JSON} */
    public boolean isConverted() throws BindingException {
        return code().ofValue(side) != null || isRaw();
    }

    /** {@code @JsonRawValue}: a text that is written as the JSON that it holds. */
    public boolean isRaw() throws BindingException {
        return side == Side.OUTPUT && annotation("JsonRawValue") != null;
    }

    /** What its annotations put between it and the wire. */
    public MemberCode code() throws BindingException {
        MemberCode known = code;
        if (known == null) {
            known = new MemberCode(jackson, memberOrNull());
            code = known;
        }
        return known;
    }

    /** An annotation of Jackson's, wherever among field, accessors and parameters it stands. */
    @Nullable
    public Annotation annotation(String simpleName) throws BindingException {
        Class<? extends Annotation> type = jackson.annotation(simpleName);
        return type == null ? null : annotations().get(type);
    }

    private Map<Class<?>, Annotation> annotations() throws BindingException {
        Map<Class<?>, Annotation> known = annotations;
        if (known == null) {
            Map<Class<?>, Annotation> found = new HashMap<>();
            Object member = memberOrNull();
            Object all = member == null ? List.of() : calls.get(member, "annotations");
            Iterable<?> each =
                    all instanceof Stream<?> stream ? stream.toList() : (Iterable<?>) all; // Jackson 3, and 2.
            for (Object one : each) {
                Annotation annotation = (Annotation) one;
                found.put(annotation.annotationType(), annotation);
            }
            annotations = found;
            known = found;
        }
        return known;
    }

    /** The member that carries its annotations. */
    Object primaryMember() throws BindingException {
        Object known = memberOrNull();
        return known == null ? calls.get(definition, "getPrimaryMember") : known;
    }

    private @Nullable Object memberOrNull() throws BindingException {
        if (member == null) {
            member = calls.call(definition, "getPrimaryMember");
        }
        return member;
    }

    /** When the mapper writes it, by annotations of the property and of its class; empty where the mapper's default holds. */
    public Map<String, Object> inclusion() throws BindingException {
        Map<String, Object> known = inclusion;
        if (known == null) {
            known = foundInclusion();
            inclusion = known;
        }
        return known;
    }

    private Map<String, Object> foundInclusion() throws BindingException {
        if (calls.call(definition, "getAccessor") == null) {
            return Map.of("value", "ALWAYS", "content", "ALWAYS"); // Never written: and then Jackson fails to tell.
        }
        Object own = calls.get(definition, "findInclusion");
        Object value = calls.get(ofClass, "withOverrides", own);
        return Map.of(
                "value", calls.get(value, "getValueInclusion").toString(),
                "content", calls.get(value, "getContentInclusion").toString());
    }

    /** As {@link #annotation(String)}; its values, or none. */
    public Map<String, Object> attributes(String simpleName) throws BindingException {
        Map<String, Object> known = attributes.get(simpleName);
        if (known == null) {
            Annotation found = annotation(simpleName);
            known = found == null ? Map.of() : Attributes.of(found);
            attributes.put(simpleName, known);
        }
        return known;
    }
}

package io.github.cxonetools.schema;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A class with properties, as the project's Jackson reads or writes it. */
final class JacksonBean {

    private final Jackson jackson;
    private final Calls calls;
    private final Side side;
    private final JacksonType type;
    private final Object description;

    JacksonBean(Jackson jackson, Side side, JacksonType type, Object description) {
        this.jackson = jackson;
        this.calls = jackson.calls;
        this.side = side;
        this.type = type;
        this.description = description;
    }

    JacksonType type() {
        return type;
    }

    /** The properties that cross the wire on this side, in the mapper's order. */
    List<JacksonProperty> properties() throws BindingException {
        List<JacksonProperty> properties = new ArrayList<>();
        Set<String> creator = side == Side.INPUT ? creatorProperties() : Set.of();
        for (Object definition : (Collection<?>) calls.get(description, "findProperties")) {
            JacksonProperty property = new JacksonProperty(
                    jackson, side, definition, creator.contains((String) calls.get(definition, "getName")));
            if (property.crosses()) {
                properties.add(property);
            }
        }
        return properties;
    }

    private Set<String> creatorProperties() throws BindingException {
        Set<String> names = new HashSet<>();
        Object[] arguments = (Object[]) calls.call(instantiator(), "getFromObjectArguments", jackson.config(side));
        if (arguments != null) {
            for (Object argument : arguments) {
                names.add((String) calls.get(argument, "getName"));
            }
        }
        return names;
    }

    private Object instantiator() throws BindingException {
        return jackson.instantiator(description);
    }

    /** True where the mapper can make an instance from a JSON object. */
    boolean canBeMade() throws BindingException {
        Object instantiator = instantiator();
        return calls.is(instantiator, "canCreateUsingDefault") || calls.is(instantiator, "canCreateFromObjectWith");
    }

    /** What a delegating creator takes in place of an object. */
    @Nullable
    JacksonType delegate() throws BindingException {
        Object instantiator = instantiator();
        Object delegate = calls.is(instantiator, "canCreateUsingDelegate")
                ? calls.call(instantiator, "getDelegateType", jackson.config(side))
                : null;
        return delegate == null ? null : new JacksonType(calls, delegate);
    }

    /** The member whose value stands for the whole object, if there is one. */
    @Nullable
    Object jsonValue() throws BindingException {
        return calls.call(description, "findJsonValueAccessor");
    }

    @Nullable
    Object anyGetter() throws BindingException {
        return calls.call(description, "findAnyGetter");
    }

    @Nullable
    Object anySetter() throws BindingException {
        return calls.call(description, "findAnySetterAccessor");
    }

    boolean hasObjectIds() throws BindingException {
        return calls.call(description, "getObjectIdInfo") != null;
    }

    /** An annotation of the class, mix-ins and supertypes included. */
    @Nullable
    Annotation annotation(@Nullable Class<? extends Annotation> annotation) throws BindingException {
        return annotation == null
                ? null
                : (Annotation) calls.call(calls.get(description, "getClassInfo"), "getAnnotation", annotation);
    }

    /** Attributes of an annotation of Jackson's on the class; empty where it is not there. */
    Map<String, Object> attributes(String simpleName) throws BindingException {
        Annotation found = annotation(jackson.annotation(simpleName));
        return found == null ? Map.of() : Attributes.of(found);
    }
}

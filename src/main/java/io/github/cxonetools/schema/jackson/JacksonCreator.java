package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.schema.classes.ClassKinds;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the project's Jackson makes an instance. It tells by the instantiator that it would use, which is dear to build, so
 * that a record is looked at first: nearly all are made by their one constructor, and only so.
 */
public final class JacksonCreator {

    private final Jackson jackson;
    private final ReflectiveCalls calls;
    private final JacksonBean bean;
    private final Object description;
    private @Nullable Object instantiator;
    private @Nullable Set<String> components;
    private boolean looked;

    JacksonCreator(Jackson jackson, JacksonBean bean, Object description) {
        this.jackson = jackson;
        this.calls = jackson.calls;
        this.bean = bean;
        this.description = description;
    }

    /** The names of the properties that it takes all at once. */
    public Set<String> properties() throws BindingException {
        Set<String> components = components();
        if (components != null) {
            return components;
        }
        Set<String> names = new HashSet<>();
        for (Object argument : arguments()) {
            names.add((String) calls.get(argument, "getName"));
        }
        return names;
    }

    /** What takes the properties that the class does not know, all at once; null where nothing does. */
    @Nullable
    JacksonMember others() throws BindingException {
        Class<? extends Annotation> anySetter = jackson.annotation("JsonAnySetter");
        if (components() == null && anySetter != null && jackson.takesOthersByConstructor()) {
            for (Object argument : arguments()) {
                Object member = calls.call(argument, "getMember");
                if (member != null && calls.call(member, "getAnnotation", anySetter) != null) {
                    return new JacksonMember(calls, member);
                }
            }
        }
        return null;
    }

    /** Parameters without a name, which a payload cannot give and the mapper injects. */
    public List<JacksonMember> unnamed() throws BindingException {
        List<JacksonMember> unnamed = new ArrayList<>();
        Class<? extends Annotation> inject = jackson.annotation("JacksonInject");
        boolean made = ClassKinds.isConcrete(bean.type().raw()) && components() == null && inject != null;
        for (Object argument : made ? arguments() : new Object[0]) {
            Object member = calls.call(argument, "getMember");
            if (String.valueOf(calls.get(argument, "getName")).isEmpty()
                    && member != null
                    && calls.call(member, "getAnnotation", inject) != null) {
                unnamed.add(new JacksonMember(calls, member));
            }
        }
        return unnamed;
    }

    private Object[] arguments() throws BindingException {
        Object[] arguments =
                (Object[]) calls.call(instantiator(), "getFromObjectArguments", jackson.config(Side.INPUT));
        return arguments == null ? new Object[0] : arguments;
    }

    /** The constructor or the factory method that an object makes an instance by; null where it is not known. */
    @Nullable
    public Executable executable() throws BindingException {
        if (components() != null) {
            return bean.type().raw().getDeclaredConstructors()[0];
        }
        String kind = calls.is(instantiator(), "canCreateFromObjectWith") ? "getWithArgsCreator" : "getDefaultCreator";
        Object creator = calls.call(instantiator(), kind);
        return creator != null && calls.call(creator, "getAnnotated") instanceof Executable code ? code : null;
    }

    /** The constructor or the factory method that makes an instance of one value; null where it is not known. */
    @Nullable
    public Executable ofOneValue() throws BindingException {
        for (String kind : List.of(
                "_delegateCreator",
                "_fromStringCreator",
                "_fromIntCreator",
                "_fromLongCreator",
                "_fromBooleanCreator")) {
            Object creator = ReflectiveCalls.fieldOrNull(instantiator(), kind);
            if (creator != null && calls.call(creator, "getAnnotated") instanceof Executable code) {
                return code;
            }
        }
        return null;
    }

    /** {@return true if a JSON object makes an instance} */
    public boolean takesObjects() throws BindingException {
        return components() != null
                || calls.is(instantiator(), "canCreateUsingDefault")
                || calls.is(instantiator(), "canCreateFromObjectWith");
    }

    /** What a delegating creator takes in place of an object. */
    @Nullable
    public JacksonType delegate() throws BindingException {
        if (components() != null) {
            return null;
        }
        Object delegate = null;
        if (calls.is(instantiator(), "canCreateUsingDelegate")) {
            delegate = calls.call(instantiator(), "getDelegateType", jackson.config(Side.INPUT));
        } else if (calls.is(instantiator(), "canCreateUsingArrayDelegate")) {
            delegate = calls.call(instantiator(), "getArrayDelegateType", jackson.config(Side.INPUT));
        }
        return delegate == null ? null : new JacksonType(calls, delegate);
    }

    /** {@return true if a JSON string, number or boolean makes an instance; {@code kind} is {@code String}, {@code Int} and so on} */
    public boolean takes(String kind) throws BindingException {
        return calls.is(instantiator(), "canCreateFrom" + kind);
    }

    private Object instantiator() throws BindingException {
        Object made = instantiator;
        if (made == null) {
            made = jackson.instantiator(description);
            instantiator = made;
        }
        return made;
    }

    private @Nullable Set<String> components() throws BindingException {
        if (!looked) {
            looked = true;
            Class<?> raw = bean.type().raw();
            components = raw.isRecord() && hasOnlyItsConstructor(raw) ? parameters(raw) : null;
        }
        return components;
    }

    private boolean hasOnlyItsConstructor(Class<?> raw) throws BindingException {
        Constructor<?>[] constructors = raw.getDeclaredConstructors();
        // One that takes a single value may be a delegating one.
        if (constructors.length > 1
                || constructors[0].getParameterCount() < 2
                || constructors[0].getDeclaredAnnotations().length > 0) {
            return false;
        }
        for (Method method : raw.getDeclaredMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getDeclaredAnnotations().length > 0) {
                return false;
            }
        }
        return !jackson.mayHaveInstantiatorsOfModules()
                && bean.annotation(jackson.annotation("JsonAutoDetect")) == null
                && bean.annotation(jackson.databindAnnotation("JsonValueInstantiator")) == null;
    }

    /** Null where the mapper's properties are not exactly the constructor's parameters. */
    private @Nullable Set<String> parameters(Class<?> raw) throws BindingException {
        Set<String> names = new HashSet<>();
        for (Object definition : (Collection<?>) calls.get(description, "findProperties")) {
            if (calls.call(definition, "getConstructorParameter") != null) {
                names.add((String) calls.get(definition, "getName"));
            }
        }
        return names.size() == raw.getDeclaredConstructors()[0].getParameterCount() ? names : null;
    }
}

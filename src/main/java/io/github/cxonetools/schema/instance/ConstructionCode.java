package io.github.cxonetools.schema.instance;

import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.CodeEffects;
import io.github.cxonetools.schema.classes.KotlinClass;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.property.ConstrainedMembers;
import io.github.cxonetools.schema.property.NullHandling;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The project's code that runs when an instance is read: a constructor, a factory method, a builder, and setters. */
public final class ConstructionCode {

    private final String name;
    private final String maker;
    private final Set<String> fills = new HashSet<>();
    private final Set<String> setters = new HashSet<>();
    private final Set<String> refusingSetters = new HashSet<>();
    private boolean decides;
    private boolean refusesValues;

    private ConstructionCode(String name, String maker) {
        this.name = name;
        this.maker = maker;
    }

    /** What runs for one class, by its class file; nothing of it is run. */
    public static ConstructionCode of(JacksonBean bean) throws BindingException {
        Executable code = bean.creator().executable();
        ConstructionCode construction =
                new ConstructionCode(ClassNames.simple(bean.type().raw()), maker(bean, code));
        if (code != null) {
            construction.addMaker(CodeEffects.of(code), code);
        }
        Class<?> builder = bean.isBuilt() ? builder(bean, code) : null;
        if (builder != null) {
            construction.addBuilder(bean, builder);
        }
        construction.decides |= code != null
                && code.getParameterCount() > 0
                && KotlinClass.isOne(bean.type().raw()); // A module of Jackson's may make it, with its defaults.
        for (JacksonProperty property : bean.properties()) {
            Method setter = property.isCreator() ? null : property.setter();
            if (setter != null) {
                construction.addSetter(property.name(), effects(setter, builder));
            }
        }
        return construction;
    }

    /** The class of the builder's object: a factory method may make one of a class that extends the one that is named. */
    private static Class<?> builder(JacksonBean bean, @Nullable Executable code) throws BindingException {
        Class<?> named = bean.builderType();
        Class<?> made = code instanceof Method factory ? CodeEffects.made(factory) : named;
        return named.isAssignableFrom(made) ? made : named;
    }

    private static CodeEffects effects(Method setter, @Nullable Class<?> builder) {
        return builder != null && setter.getDeclaringClass().isAssignableFrom(builder)
                ? CodeEffects.of(setter, builder)
                : CodeEffects.of(setter);
    }

    /** Warns of what is made of one value, where only code knows which ones it refuses. */
    public static void warnOfOneValue(JacksonBean bean, Warnings warnings) throws BindingException {
        Executable code = bean.creator().ofOneValue();
        if (code != null && CodeEffects.of(code).refusesValues()) {
            warnings.refusedByCode(ClassNames.simple(bean.type().raw()), maker(bean, code));
        }
    }

    /** Warns of a value class of Kotlin whose code refuses values. */
    public static void warnOfValueClass(Class<?> type, Warnings warnings) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("constructor-impl")
                    && CodeEffects.of(method).refusesValues()) {
                warnings.refusedByCode(ClassNames.simple(type), "constructor");
            }
        }
    }

    /** As messages call what makes an instance of one value. */
    static String makerOfOneValue(JacksonBean bean) throws BindingException {
        return maker(bean, bean.creator().ofOneValue());
    }

    private static String maker(JacksonBean bean, @Nullable Executable code) throws BindingException {
        if (bean.isBuilt()) {
            return "builder";
        }
        return code instanceof Method method ? "factory method " + method.getName() : "constructor";
    }

    private void addMaker(CodeEffects effects, Executable code) {
        fills.addAll(effects.fills());
        if (code.getParameterCount() > 0) {
            decides |= effects.refusesNull() || effects.refusesValues() || code instanceof Method;
            refusesValues |= effects.refusesValues();
        }
    }

    private void addBuilder(JacksonBean bean, Class<?> builder) throws BindingException {
        decides = true;
        Map<String, Object> annotation = bean.databindAttributes("JsonPOJOBuilder");
        Object named = annotation.getOrDefault("buildMethodName", "build");
        for (Class<?> type = builder; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(named) && method.getParameterCount() == 0 && !method.isBridge()) {
                    refusesValues |= CodeEffects.of(method, builder).refusesValues();
                    return;
                }
            }
        }
    }

    private void addSetter(String property, CodeEffects effects) {
        if (effects.refusesNull() || effects.refusesValues() || !effects.fills().isEmpty()) {
            setters.add(property);
        }
        if (effects.refusesValues()) {
            refusingSetters.add(property);
        }
    }

    /** {@return true if the code may give a property a value that no payload has said} */
    public boolean fills(ConstrainedMembers members) {
        return decides || !Collections.disjoint(members.names(), fills);
    }

    /** {@return true if only instances tell whether some property may be absent or null} */
    public boolean decidesOfAny(List<DescribedProperty> properties) throws BindingException {
        for (DescribedProperty property : properties) {
            if (decides
                    || setters.contains(property.name())
                    || property.isChecked() && fills(property.members())
                    || !property.neverNull().isEmpty() && NullHandling.replaces(property.property())) {
                return true;
            }
        }
        return false;
    }

    /** Warns of values that only code refuses. */
    public void warn(Warnings warnings) {
        if (refusesValues) {
            warnings.refusedByCode(name, maker);
        }
        for (String property : refusingSetters) {
            warnings.refusedByCode(name + "." + property, "setter");
        }
    }

    /** As messages call what makes an instance, for example {@code constructor}. */
    public String maker() {
        return maker;
    }
}

package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.ProjectClasses;
import java.util.Map;

/** Makes the mapper that an application has which changes nothing but what the plugin's parameters say. */
final class MapperSetup {

    private static final Map<PropertyNaming, String> STRATEGIES = Map.of(
            PropertyNaming.SNAKE_CASE, "SNAKE_CASE",
            PropertyNaming.LOWER_CAMEL_CASE, "LOWER_CAMEL_CASE",
            PropertyNaming.UPPER_CAMEL_CASE, "UPPER_CAMEL_CASE",
            PropertyNaming.KEBAB_CASE, "KEBAB_CASE");

    private final ProjectClasses classes;
    private final ReflectiveCalls calls;
    private final Generation generation;

    MapperSetup(ProjectClasses classes, ReflectiveCalls calls, Generation generation) {
        this.classes = classes;
        this.calls = calls;
        this.generation = generation;
    }

    /** @param forbid whether unknown properties are refused */
    Object mapper(PropertyNaming naming, boolean forbid) throws BindingException, RejectedException {
        return generation == Generation.JACKSON_3 ? mapper3(naming, forbid) : mapper2(naming, forbid);
    }

    private Object mapper3(PropertyNaming naming, boolean forbid) throws BindingException, RejectedException {
        Object builder = calls.callStatic(type("json.JsonMapper"), "builder");
        Object modules = calls.callStatic(type("cfg.MapperBuilder"), "findModules", classes.loader());
        calls.call(builder, "addModules", modules);
        calls.call(builder, "configure", constant("DeserializationFeature", "FAIL_ON_UNKNOWN_PROPERTIES"), forbid);
        if (naming != PropertyNaming.ANNOTATED) {
            calls.call(builder, "propertyNamingStrategy", strategy(naming));
        }
        return calls.get(builder, "build");
    }

    private Object mapper2(PropertyNaming naming, boolean forbid) throws BindingException, RejectedException {
        Object made = ReflectiveCalls.create(type("ObjectMapper"));
        Object modules = calls.callStatic(type("ObjectMapper"), "findModules", classes.loader());
        calls.call(made, "registerModules", modules);
        calls.call(made, "configure", constant("DeserializationFeature", "FAIL_ON_UNKNOWN_PROPERTIES"), forbid);
        calls.call(made, "configure", constant("SerializationFeature", "WRITE_DATES_AS_TIMESTAMPS"), false);
        calls.call(made, "configure", constant("SerializationFeature", "WRITE_DURATIONS_AS_TIMESTAMPS"), false);
        if (naming != PropertyNaming.ANNOTATED) {
            calls.call(made, "setPropertyNamingStrategy", strategy(naming));
        }
        return made;
    }

    private Object strategy(PropertyNaming naming) throws RejectedException {
        String name = STRATEGIES.getOrDefault(naming, "");
        try {
            return constant(type("PropertyNamingStrategies"), name);
        } catch (RejectedException e) {
            return constant(type("PropertyNamingStrategy"), name); // Before Jackson 2.12.
        }
    }

    Object constant(String enumeration, String name) throws RejectedException {
        return constant(type(enumeration), name);
    }

    private static Object constant(Class<?> type, String name) {
        try {
            Object value = type.getField(name).get(null);
            if (value != null) {
                return value;
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No " + name + " in " + type.getName(), e);
        }
        throw new IllegalStateException(name + " is null in " + type.getName());
    }

    private Class<?> type(String name) throws RejectedException {
        try {
            return classes.load(generation.databind + name);
        } catch (ClassNotFoundException e) {
            throw new RejectedException("The project's Jackson lacks " + generation.databind + name, e);
        }
    }
}

package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.ProjectClasses;
import java.util.ArrayList;
import java.util.List;
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
    private final List<String> modules = new ArrayList<>();

    MapperSetup(ProjectClasses classes, ReflectiveCalls calls, Generation generation) {
        this.classes = classes;
        this.calls = calls;
        this.generation = generation;
    }

    /** @param forbid whether unknown properties are refused */
    Object mapper(PropertyNaming naming, boolean forbid) throws BindingException, RejectedException {
        List<?> found = findModules();
        found.forEach(module -> modules.add(module.getClass().getName()));
        return mapper(naming, forbid, found);
    }

    private List<?> findModules() throws BindingException, RejectedException {
        Class<?> finder = type(generation == Generation.JACKSON_3 ? "cfg.MapperBuilder" : "ObjectMapper");
        return (List<?>) calls.callStatic(finder, "findModules", classes.loader());
    }

    private Object mapper(PropertyNaming naming, boolean forbid, List<?> found)
            throws BindingException, RejectedException {
        return generation == Generation.JACKSON_3 ? mapper3(naming, forbid, found) : mapper2(naming, forbid, found);
    }

    /** Another mapper, with those modules of the class path that change no type. */
    Object plainMapper() throws BindingException, RejectedException {
        List<Object> plain = new ArrayList<>(findModules());
        plain.removeIf(module -> !MapperCode.KNOWN.contains(module.getClass().getName()));
        return mapper(PropertyNaming.ANNOTATED, false, plain);
    }

    /** The classes of the modules that were found. */
    List<String> modules() {
        return modules;
    }

    private Object mapper3(PropertyNaming naming, boolean forbid, List<?> modules)
            throws BindingException, RejectedException {
        Object builder = calls.callStatic(type("json.JsonMapper"), "builder");
        calls.call(builder, "addModules", modules);
        calls.call(builder, "configure", constant("DeserializationFeature", "FAIL_ON_UNKNOWN_PROPERTIES"), forbid);
        if (naming != PropertyNaming.ANNOTATED) {
            calls.call(builder, "propertyNamingStrategy", strategy(naming));
        }
        return calls.get(builder, "build");
    }

    private Object mapper2(PropertyNaming naming, boolean forbid, List<?> modules)
            throws BindingException, RejectedException {
        Object made = ReflectiveCalls.create(type("ObjectMapper"));
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

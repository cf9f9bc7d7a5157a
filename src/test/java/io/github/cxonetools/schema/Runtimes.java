package io.github.cxonetools.schema;

import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What runs a handler: the two generations of Jackson as the specification sets them up, and the default validator. */
enum Runtimes {
    JACKSON_2 {
        private final com.fasterxml.jackson.databind.ObjectMapper mapper = configured(Runtimes.class.getClassLoader());

        private static com.fasterxml.jackson.databind.ObjectMapper configured(ClassLoader modules) {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .registerModules(com.fasterxml.jackson.databind.ObjectMapper.findModules(modules))
                    .configure(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                    .configure(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
                    .configure(
                            com.fasterxml.jackson.databind.SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS, false);
        }

        @Override
        Mapper mapper(ClassLoader modules) {
            com.fasterxml.jackson.databind.ObjectMapper found = configured(modules);
            return new Mapper(found::readValue, found::writeValueAsString);
        }

        @Override
        Object read(String json, Class<?> type) throws Exception {
            return mapper.readValue(json, type);
        }

        @Override
        String write(Object value) throws Exception {
            return mapper.writeValueAsString(value);
        }

        @Override
        List<Path> libraries() {
            return TestProject.jackson2();
        }

        @Override
        Map<String, String> names(Class<?> type) {
            Map<String, String> names = new HashMap<>();
            for (BeanPropertyDefinition property : mapper.getSerializationConfig()
                    .introspect(mapper.constructType(type))
                    .findProperties()) {
                names.put(property.getInternalName(), property.getName());
            }
            return names;
        }
    },
    JACKSON_3 {
        private final JsonMapper mapper = configured(Runtimes.class.getClassLoader());

        private static JsonMapper configured(ClassLoader modules) {
            return JsonMapper.builder()
                    .addModules(tools.jackson.databind.cfg.MapperBuilder.findModules(modules))
                    .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
        }

        @Override
        Mapper mapper(ClassLoader modules) {
            JsonMapper found = configured(modules);
            return new Mapper(found::readValue, found::writeValueAsString);
        }

        @Override
        Object read(String json, Class<?> type) {
            return mapper.readValue(json, type);
        }

        @Override
        String write(Object value) {
            return mapper.writeValueAsString(value);
        }

        @Override
        List<Path> libraries() {
            return TestProject.jackson3();
        }

        @Override
        Map<String, String> names(Class<?> type) {
            Map<String, String> names = new HashMap<>();
            var introspector = mapper.serializationConfig().classIntrospectorInstance();
            var resolved = mapper.constructType(type);
            for (var property : introspector
                    .introspectForSerialization(resolved, introspector.introspectClassAnnotations(resolved))
                    .findProperties()) {
                names.put(property.getInternalName(), property.getName());
            }
            return names;
        }
    };

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    abstract Object read(String json, Class<?> type) throws Exception;

    /** One with the modules that {@code modules} finds. */
    abstract Mapper mapper(ClassLoader modules);

    @FunctionalInterface
    interface Reads {
        Object read(String json, Class<?> type) throws Exception;
    }

    @FunctionalInterface
    interface Writes {
        String write(Object value) throws Exception;
    }

    record Mapper(Reads reads, Writes writes) {

        Object read(String json, Class<?> type) throws Exception {
            return reads.read(json, type);
        }

        String write(Object value) throws Exception {
            return writes.write(value);
        }
    }

    abstract String write(Object value) throws Exception;

    abstract List<Path> libraries();

    /** Names on the wire by member. */
    abstract Map<String, String> names(Class<?> type);

    /** True where the default validator would take {@code value} at {@code property}, or does not know it. */
    static boolean fits(Class<?> bean, String property, Object value) {
        try {
            return VALIDATOR.validateValue(bean, property, value).isEmpty();
        } catch (IllegalArgumentException e) {
            return true;
        } catch (ValidationException e) {
            return !(value instanceof Number);
        }
    }

    /** What the default validator finds, or that it fails on a value; nothing where the object is valid. */
    static List<String> violations(Object value) {
        try {
            return VALIDATOR.validate(value).stream()
                    .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                    .sorted()
                    .toList();
        } catch (ValidationException e) {
            return List.of(String.valueOf(e.getMessage())); // Hibernate's @Digits fails on what is no number.
        }
    }
}

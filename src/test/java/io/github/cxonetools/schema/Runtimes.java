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
        private final com.fasterxml.jackson.databind.ObjectMapper mapper =
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .findAndRegisterModules()
                        .configure(
                                com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
                        .configure(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
                        .configure(
                                com.fasterxml.jackson.databind.SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                                false);

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
        private final JsonMapper mapper = JsonMapper.builder()
                .findAndAddModules()
                .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();

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

    abstract String write(Object value) throws Exception;

    abstract List<Path> libraries();

    /** Names on the wire by member. */
    abstract Map<String, String> names(Class<?> type);

    /** True where the default validator would take {@code value} at {@code property}, or does not know it. */
    static boolean fits(Class<?> bean, String property, Object value) {
        try {
            return VALIDATOR.validateValue(bean, property, value).isEmpty();
        } catch (IllegalArgumentException | ValidationException e) {
            return true;
        }
    }

    /** What the default validator finds; nothing where the object is valid. */
    static List<String> violations(Object value) {
        return VALIDATOR.validate(value).stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .toList();
    }
}

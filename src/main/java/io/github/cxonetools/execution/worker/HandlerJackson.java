package io.github.cxonetools.execution.worker;

import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

/**
 * One of the two Jacksons, reached by reflection because it is the project's: set up as an application does that does
 * nothing special, except that dates are text and unknown properties are the schema's business.
 */
final class HandlerJackson {

    private final Object mapper;
    private final Method constructType;
    private final Method readerFor;
    private final Method read;
    private final Method writerFor;
    private final Method write;

    private HandlerJackson(String root, Object mapper) throws ReflectiveOperationException {
        ClassLoader loader = mapper.getClass().getClassLoader();
        Class<?> javaType = Class.forName(root + ".JavaType", true, loader);
        Class<?> mappers = Class.forName(root + ".ObjectMapper", true, loader);
        this.mapper = mapper;
        this.constructType = mappers.getMethod("constructType", Type.class);
        this.readerFor = mappers.getMethod("readerFor", javaType);
        this.read = Class.forName(root + ".ObjectReader", true, loader).getMethod("readValue", byte[].class);
        this.writerFor = mappers.getMethod("writerFor", javaType);
        this.write = Class.forName(root + ".ObjectWriter", true, loader)
                .getMethod("writeValue", OutputStream.class, Object.class);
    }

    /** Jackson 2, with the modules that {@code loader} finds. */
    static HandlerJackson two(ClassLoader loader) throws ReflectiveOperationException {
        String root = "com.fasterxml.jackson.databind";
        Class<?> mappers = Class.forName(root + ".ObjectMapper", true, loader);
        Object mapper = mappers.getConstructor().newInstance();
        mappers.getMethod("findAndRegisterModules").invoke(mapper);
        disable(mapper, root + ".DeserializationFeature", "FAIL_ON_UNKNOWN_PROPERTIES");
        disable(mapper, root + ".SerializationFeature", "WRITE_DATES_AS_TIMESTAMPS");
        disable(mapper, root + ".SerializationFeature", "WRITE_DURATIONS_AS_TIMESTAMPS");
        return new HandlerJackson(root, mapper);
    }

    /** Jackson 3, with the modules that {@code loader} finds. */
    static HandlerJackson three(ClassLoader loader) throws ReflectiveOperationException {
        String root = "tools.jackson.databind";
        Class<?> mappers = Class.forName(root + ".json.JsonMapper", true, loader);
        Object builder = mappers.getMethod("builder").invoke(null);
        builder.getClass().getMethod("findAndAddModules", ClassLoader.class).invoke(builder, loader);
        return new HandlerJackson(root, builder.getClass().getMethod("build").invoke(builder));
    }

    private static void disable(Object mapper, String features, String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName(features, true, mapper.getClass().getClassLoader());
        for (Object feature : type.getEnumConstants()) {
            if (feature.toString().equals(name)) {
                mapper.getClass().getMethod("configure", type, boolean.class).invoke(mapper, feature, false);
            }
        }
    }

    /** Reads values of one type. */
    JsonReader reader(Type type) throws ReflectiveOperationException {
        Object reader = readerFor.invoke(mapper, constructType.invoke(mapper, type));
        return json -> {
            try {
                return read.invoke(reader, json);
            } catch (InvocationTargetException e) {
                throw new PayloadBindingException(JacksonProblems.describe(e.getCause()));
            }
        };
    }

    /** Writes values declared as one type. */
    JsonWriter writer(Type type) throws ReflectiveOperationException {
        Object writer = writerFor.invoke(mapper, constructType.invoke(mapper, type));
        return (value, stream) -> {
            try {
                write.invoke(writer, stream, value);
            } catch (InvocationTargetException e) {
                throw new PayloadBindingException(JacksonProblems.describe(e.getCause()));
            }
        };
    }

    /** Makes an object of JSON. */
    @FunctionalInterface
    interface JsonReader {
        @Nullable
        Object read(byte[] json) throws PayloadBindingException, ReflectiveOperationException;
    }

    /** Makes JSON of an object. */
    @FunctionalInterface
    interface JsonWriter {
        void write(@Nullable Object value, OutputStream stream)
                throws PayloadBindingException, ReflectiveOperationException;
    }
}

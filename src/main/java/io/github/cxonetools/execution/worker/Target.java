package io.github.cxonetools.execution.worker;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;

/** One loaded handler: how its payload is bound, how it is called, how its answer is written. */
final class Target {

    private static final MethodType ONE_TO_ONE = MethodType.methodType(Object.class, Object.class);

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private final MethodHandle handle;
    private final Jacksons jacksons;
    private final @Nullable HandlerValidator constraints;
    private final Class<?> declaredOutput;
    private final HandlerJackson.JsonReader reader;
    private final HandlerJackson.JsonWriter writer;
    private final boolean takesText;

    private Target(
            MethodHandle handle,
            Class<?> parameter,
            Type input,
            Type output,
            Jacksons jacksons,
            @Nullable HandlerValidator constraints)
            throws ReflectiveOperationException {
        boolean fits = parameter.isPrimitive() || parameter.isAssignableFrom(JavaTypeNames.raw(input));
        this.handle = handle;
        this.jacksons = jacksons;
        this.constraints = constraints;
        this.declaredOutput = JavaTypeNames.raw(output);
        this.takesText = !fits && parameter == String.class;
        HandlerJackson jackson = jacksons.forTypes(input, output);
        this.reader = (fits ? jackson : jacksons.forTypes(parameter)).reader(fits ? input : parameter);
        this.writer = jackson.writer(output);
    }

    /** Loads the class, which may run its initialiser and constructor. */
    static Target load(
            String className,
            String method,
            String input,
            String output,
            Jacksons jacksons,
            @Nullable HandlerValidator constraints,
            ClassLoader loader)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName(className, true, loader);
        Method chosen = method.isEmpty() ? functions(type) : named(type, method);
        MethodHandle handle = Modifier.isStatic(chosen.getModifiers())
                ? MethodHandles.lookup().unreflect(chosen)
                : MethodHandles.lookup().unreflect(chosen).bindTo(create(type));
        return new Target(
                handle.asType(ONE_TO_ONE),
                chosen.getParameterTypes()[0],
                JavaTypeNames.parse(input, loader),
                JavaTypeNames.parse(output, loader),
                jacksons,
                constraints);
    }

    private static Object create(Class<?> type) throws ReflectiveOperationException {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }

    /** A bridge method takes Object; the one behind it says what it really takes. */
    private static Method functions(Class<?> type) throws NoSuchMethodException {
        if (!Function.class.isAssignableFrom(type)) {
            throw new NoSuchMethodException(type.getName() + " is not a java.util.function.Function");
        }
        return named(type, "apply");
    }

    private static Method named(Class<?> type, String name) throws NoSuchMethodException {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name) && candidate.getParameterCount() == 1)
                .filter(candidate -> !Modifier.isAbstract(candidate.getModifiers()))
                .min(Comparator.comparing(Method::isBridge))
                .orElseThrow(() -> new NoSuchMethodException(type.getName() + "#" + name + " with one parameter"));
        method.setAccessible(true);
        return method;
    }

    /** Loads what reads and writes JSON, without a payload: what {@code null} is refused for does not matter. */
    void warmUp() {
        try {
            if (!takesText) {
                reader.read(NULL);
            }
            writer.write(null, new ByteArrayOutputStream());
        } catch (PayloadBindingException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            // A call says what is wrong, with its payload.
        }
    }

    /** Makes the handler's argument of a payload. */
    @Nullable
    Object bind(byte[] payload) throws PayloadBindingException, ReflectiveOperationException {
        if (takesText) {
            return new String(payload, StandardCharsets.UTF_8);
        }
        Object bound = reader.read(payload);
        if (constraints != null && bound != null) {
            constraints.check(bound);
        }
        return bound;
    }

    @Nullable
    Object call(@Nullable Object argument) throws Throwable {
        return (Object) handle.invokeExact(argument);
    }

    /** Makes JSON of the handler's answer; a text where an object is declared is JSON already. */
    byte[] write(@Nullable Object answer, long maxBytes) throws PayloadBindingException, ReflectiveOperationException {
        if (answer instanceof String json && !declaredOutput.isAssignableFrom(String.class)) {
            byte[] text = json.getBytes(StandardCharsets.UTF_8);
            if (text.length > maxBytes) {
                throw new PayloadBindingException(new BindingFinding(
                        BindingFinding.BindingRule.SIZE, "/", "is " + new CappedBytes.Overflow(maxBytes).getMessage()));
            }
            return text;
        }
        ByteArrayOutputStream bytes = new CappedBytes(maxBytes);
        writerFor(answer).write(answer, bytes);
        return bytes.toByteArray();
    }

    private HandlerJackson.JsonWriter writerFor(@Nullable Object answer) throws ReflectiveOperationException {
        if (answer == null) {
            return writer;
        }
        Class<?> type = answer.getClass();
        HandlerJackson trees = jacksons.forTree(type);
        if (trees != null) {
            return trees.writer(type);
        }
        boolean asDeclared = declaredOutput.isPrimitive() || declaredOutput.isInstance(answer);
        return asDeclared ? writer : jacksons.forTypes(type).writer(type);
    }
}

package io.github.cxonetools.execution.worker;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** One loaded handler: how its payload is bound, how it is called, how its answer is written. */
final class Target {

    private static final byte[] NULL = "null".getBytes(StandardCharsets.UTF_8);

    private final MethodHandle handle;
    private final Jacksons jacksons;
    private final @Nullable HandlerValidator constraints;
    private final Class<?> declaredOutput;
    private final HandlerJackson.JsonReader reader;
    private final HandlerJackson.JsonWriter writer;
    private final boolean takesText;
    private boolean called;

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
        HandlerMethod chosen = HandlerMethod.of(Class.forName(className, true, loader), method);
        return new Target(
                chosen.handle(),
                chosen.parameter(),
                JavaTypeNames.parse(input, loader),
                JavaTypeNames.parse(output, loader),
                jacksons,
                constraints);
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

    /** True once: what the handler's classes and connections need to get ready falls into that call. */
    boolean isFirstCall() {
        boolean isFirst = !called;
        called = true;
        return isFirst;
    }

    /**
     * Calls the handler, and waits for what it gives later.
     *
     * @param millis how long the call may take, as handlers are told that ask; 0 for no limit
     */
    @Nullable
    Object call(@Nullable Object argument, long millis) throws Throwable {
        return Awaited.of((Object) handle.invokeExact(argument, millis));
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

package io.github.cxonetools.schema.classes;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Handlers of AWS Lambda, by the names of their types: the library is the project's, and need not be there. */
final class LambdaHandler {

    private static final String PACKAGE = "com.amazonaws.services.lambda.runtime.";

    private LambdaHandler() {}

    /** The interface {@code RequestHandler<I, O>} as {@code type} has it; null where it does not implement it. */
    static @Nullable Class<?> requestHandler(Class<?> type) {
        return Supertypes.find(type, PACKAGE + "RequestHandler");
    }

    /** Whether {@code type} reads and writes streams, which have no types. */
    static boolean isOfStreams(Class<?> type) {
        return Supertypes.has(type, PACKAGE + "RequestStreamHandler");
    }

    /** Whether {@code method} takes one input and the {@code Context} of its invocation. */
    static boolean takesContext(Method method) {
        return method.getParameterCount() == 2
                && method.getParameterTypes()[1].getName().equals(PACKAGE + "Context");
    }
}

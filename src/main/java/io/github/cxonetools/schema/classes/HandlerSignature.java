package io.github.cxonetools.schema.classes;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import org.jspecify.annotations.Nullable;

/**
 * What a handler takes and gives. Types are in Java notation with binary names, for example
 * {@code java.util.List<com.example.Order$Line>}; {@link Class#getTypeName()} of arrays, {@code ?} and bounds included.
 *
 * @param className the handler's class, by its binary name
 * @param method the method of {@code Class#method}; null where the class is a {@code Function} or a {@code RequestHandler} of AWS Lambda
 * @param inputType what it takes
 * @param outputType what it gives
 */
public record HandlerSignature(String className, @Nullable String method, String inputType, String outputType) {

    /**
     * Reads the signature of {@code action}'s handler from the project's classes, through superclasses, interfaces and
     * generics; {@code input} and {@code output} of the action take precedence.
     *
     * @throws RejectedException where the handler is none, its types say too little, or only its application can create it:
     *     action, class, what to do
     */
    public static HandlerSignature of(ActionDefinition action, ProjectClasses classes) throws RejectedException {
        HandlerTypes types = HandlerTypes.callable(action, classes);
        String handler = types.className();
        if (handler == null) {
            throw new RejectedException(
                    action.name() + ": no handler. Set <handler> in the action to a class that is a "
                            + "java.util.function.Function, or to Class#method");
        }
        return new HandlerSignature(
                handler, types.method(), TypeNotation.print(types.input()), TypeNotation.print(types.output()));
    }

    /**
     * Why only its application can create {@code action}'s handler, which its contract does not need; null where this
     * plugin can, or where something else is wrong that {@link #of} says.
     */
    public static @Nullable String uncreatable(ActionDefinition action, ProjectClasses classes) {
        try {
            HandlerTypes.of(action, classes);
        } catch (RejectedException e) {
            return null;
        }
        try {
            HandlerTypes.callable(action, classes);
            return null;
        } catch (RejectedException e) {
            return e.getMessage();
        }
    }
}

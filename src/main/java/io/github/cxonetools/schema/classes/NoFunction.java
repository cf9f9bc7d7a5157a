package io.github.cxonetools.schema.classes;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why a handler is not a function of one parameter, and what to write in its place. */
final class NoFunction {

    private NoFunction() {}

    /** Of a class that is no {@link java.util.function.Function}, as it completes "handler X …". */
    static String problem(Class<?> type) {
        String name = type.getName();
        if (LambdaHandler.isOfStreams(type)) {
            return "is an AWS Lambda RequestStreamHandler, which has no types of input and output. "
                    + "Add a method with one parameter, the input, that calls it, and name it: " + name + "#method";
        }
        if (Supertypes.has(type, "kotlin.jvm.functions.Function1")) {
            return "is a Kotlin function and no java.util.function.Function. Name its method: " + name + "#invoke";
        }
        String other = List.of("BiFunction", "Supplier", "Consumer", "BiConsumer", "Predicate", "BiPredicate").stream()
                .filter(each -> Supertypes.has(type, "java.util.function." + each))
                .findFirst()
                .map(each -> "is a java.util.function." + each + " and no java.util.function.Function. ")
                .orElse("is not a java.util.function.Function. ");
        return other + "Implement Function<Input, Output>, or name a method with one parameter as " + name + "#method";
    }

    /** Of a class that has not exactly one public method of that name with one parameter. */
    static String methodProblem(Class<?> type, String name, int count) {
        if (count > 1) {
            return "has " + count + " public methods " + name + " with one parameter. Leave one of that name";
        }
        Method other = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .findFirst()
                .orElse(null);
        if (other != null) {
            return "has no public method " + name + " with exactly one parameter" + parameters(other);
        }
        Method hidden = hidden(type, name);
        return hidden == null
                ? "has no public method " + name + ". Check <handler>"
                : "has no public method " + name + ": it is " + Instantiation.access(hidden.getModifiers())
                        + ". Make it public";
    }

    private static String parameters(Method method) {
        Class<?>[] types = method.getParameterTypes();
        Class<?> last = types.length == 0 ? void.class : types[types.length - 1];
        if (last.getName().equals("kotlin.coroutines.Continuation")) {
            return ": it is a suspend function. Add a function that runs it (runBlocking), and name that";
        }
        return types.length == 0
                ? ": it has none. Give it one"
                : ": it has " + types.length + ". Give it one, or add a method that takes the input alone and calls it";
    }

    private static @Nullable Method hidden(Class<?> type, String name) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Method method : each.getDeclaredMethods()) {
                if (method.getName().equals(name) && !Modifier.isPublic(method.getModifiers())) {
                    return method;
                }
            }
        }
        return null;
    }
}

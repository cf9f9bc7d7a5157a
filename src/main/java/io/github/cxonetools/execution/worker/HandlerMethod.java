package io.github.cxonetools.execution.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/** The method that answers a call: of a {@link Function}, of a {@code RequestHandler} of AWS Lambda, or the one that is named. */
final class HandlerMethod {

    private static final String LAMBDA = "com.amazonaws.services.lambda.runtime.";

    /** The payload, and the milliseconds that the call has; 0 for no limit. */
    private static final MethodType CALL = MethodType.methodType(Object.class, Object.class, long.class);

    private final Class<?> type;
    private final Method method;

    private HandlerMethod(Class<?> type, Method method) {
        this.type = type;
        this.method = method;
    }

    /** @param name empty for a class that is a handler by its interface */
    static HandlerMethod of(Class<?> type, String name) throws NoSuchMethodException {
        if (!name.isEmpty()) {
            return new HandlerMethod(type, named(type, name));
        }
        if (Function.class.isAssignableFrom(type)) {
            return new HandlerMethod(type, named(type, "apply"));
        }
        if (isLambda(type)) {
            return new HandlerMethod(type, named(type, "handleRequest"));
        }
        throw new NoSuchMethodException(
                type.getName() + " is neither a java.util.function.Function nor an AWS Lambda RequestHandler");
    }

    private static boolean isLambda(Class<?> type) {
        return type.getName().equals(LAMBDA + "RequestHandler")
                || Arrays.stream(type.getInterfaces()).anyMatch(HandlerMethod::isLambda)
                || type.getSuperclass() != null && isLambda(type.getSuperclass());
    }

    /** One parameter goes before two; a bridge method takes Object, and the one behind it says what it really takes. */
    private static Method named(Class<?> type, String name) throws NoSuchMethodException {
        Method method = Stream.of(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .filter(candidate -> candidate.getParameterCount() == 1 || takesContext(candidate))
                .filter(candidate -> !Modifier.isAbstract(candidate.getModifiers()))
                .min(Comparator.comparing(Method::getParameterCount).thenComparing(Method::isBridge))
                .orElseThrow(() -> new NoSuchMethodException(type.getName() + "#" + name + " with one parameter"));
        method.setAccessible(true);
        return method;
    }

    private static boolean takesContext(Method method) {
        return method.getParameterCount() == 2
                && method.getParameterTypes()[1].getName().equals(LAMBDA + "Context");
    }

    /** What the payload is bound to. */
    Class<?> parameter() {
        return method.getParameterTypes()[0];
    }

    /** Of type {@code (Object, long)Object}: the payload, and the milliseconds that the call has. Creates the handler. */
    MethodHandle handle() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodHandle handle = lookup.unreflect(method);
        if (!Modifier.isStatic(method.getModifiers())) {
            handle = handle.bindTo(create());
        }
        if (!takesContext(method)) {
            return MethodHandles.dropArguments(handle, 1, long.class).asType(CALL);
        }
        LambdaContext contexts = new LambdaContext(method.getParameterTypes()[1], type.getSimpleName());
        MethodHandle context = lookup.bind(contexts, "of", MethodType.methodType(Object.class, long.class));
        return MethodHandles.filterArguments(
                        handle, 1, context.asType(context.type().changeReturnType(method.getParameterTypes()[1])))
                .asType(CALL);
    }

    private Object create() throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}

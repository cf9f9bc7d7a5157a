package io.github.cxonetools.schema.jackson;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls on objects of the project's libraries, by name: they live in a loader of their own, in two generations with
 * different package names, so nothing here can be compiled against them.
 */
public final class ReflectiveCalls {

    private final Map<CallKey, Method> methods = new ConcurrentHashMap<>();

    /** Those without arguments, which nearly all calls are, under keys that need not be made for a call. */
    private final Map<Class<?>, Map<String, Method>> getters = new ConcurrentHashMap<>();

    /**
     * Overloads that are called differ in the first argument's class alone. Compared by code of its own: a record's is made
     * by the JVM when it is first called, which costs as much as all calls of a small project.
     */
    private record CallKey(
            Class<?> type,
            String name,
            int arguments,
            @Nullable Class<?> first) {

        static CallKey of(Class<?> type, String name, @Nullable Object[] arguments) {
            Object first = arguments.length == 0 ? null : arguments[0];
            return new CallKey(type, name, arguments.length, first == null ? null : first.getClass());
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof CallKey key
                    && type == key.type
                    && name.equals(key.name)
                    && arguments == key.arguments
                    && first == key.first;
        }

        @Override
        public int hashCode() {
            return 31 * (31 * type.hashCode() + name.hashCode()) + System.identityHashCode(first);
        }
    }

    /** Calls a method that the object's class, a superclass or an interface of it declares. */
    @Nullable
    public Object call(Object target, String name, @Nullable Object... arguments) throws BindingException {
        return invoke(method(target.getClass(), name, arguments), target, arguments);
    }

    private Method method(Class<?> type, String name, @Nullable Object[] arguments) {
        if (arguments.length > 0) {
            CallKey key = CallKey.of(type, name, arguments);
            Method known = methods.get(key);
            if (known == null) {
                known = find(key, arguments);
                methods.put(key, known);
            }
            return known;
        }
        Map<String, Method> ofType = getters.get(type);
        if (ofType == null) {
            ofType = new ConcurrentHashMap<>();
            getters.put(type, ofType);
        }
        Method known = ofType.get(name);
        if (known == null) {
            known = find(CallKey.of(type, name, arguments), arguments);
            ofType.put(name, known);
        }
        return known;
    }

    /** As {@link #call}, where the answer is never null. */
    Object get(Object target, String name, @Nullable Object... arguments) throws BindingException {
        Object value = call(target, name, arguments);
        if (value == null) {
            throw new IllegalStateException(target.getClass().getName() + "." + name + " answered nothing");
        }
        return value;
    }

    boolean is(Object target, String name, @Nullable Object... arguments) throws BindingException {
        return Boolean.TRUE.equals(call(target, name, arguments));
    }

    /** Calls a static method. */
    Object callStatic(Class<?> type, String name, @Nullable Object... arguments) throws BindingException {
        Object value = invoke(find(CallKey.of(type, name, arguments), arguments), null, arguments);
        if (value == null) {
            throw new IllegalStateException(type.getName() + "." + name + " answered nothing");
        }
        return value;
    }

    static Object create(Class<?> type) throws BindingException {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No constructor in " + type.getName(), e);
        }
    }

    /** Reads a field that a superclass may declare. */
    static Object field(Object target, String name) {
        Object value = fieldOrNull(target, name);
        if (value == null) {
            throw new IllegalStateException(
                    "No field " + name + " in " + target.getClass().getName());
        }
        return value;
    }

    /** As {@link #field}; null where it is null or there is no such field. */
    static @Nullable Object fieldOrNull(Object target, String name) {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            try {
                Field field = type.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(target);
            } catch (NoSuchFieldException e) {
                continue; // A superclass may declare it.
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return null;
    }

    private static @Nullable Object invoke(Method method, @Nullable Object target, @Nullable Object[] arguments)
            throws BindingException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw refused(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot call " + method, e);
        }
    }

    private static BindingException refused(InvocationTargetException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        if (cause instanceof VirtualMachineError error) {
            throw error;
        }
        String message = cause instanceof LinkageError || cause.getMessage() == null
                ? cause.toString()
                : cause.getMessage().lines().findFirst().orElse("");
        return new BindingException(message, cause);
    }

    private static Method find(CallKey key, @Nullable Object[] arguments) {
        Method method = find(key.type, key.name, key.arguments, arguments);
        if (method == null) {
            throw new IllegalStateException("No method " + key.name + " in " + key.type.getName());
        }
        return method;
    }

    private static @Nullable Method find(Class<?> type, String name, int count, @Nullable Object[] arguments) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            for (Method method : c.getDeclaredMethods()) {
                if (method.getName().equals(name)
                        && method.getParameterCount() == count
                        && !method.isBridge()
                        && takes(method.getParameterTypes(), arguments)) {
                    method.setAccessible(true);
                    return method;
                }
            }
        }
        for (Class<?> face : type.getInterfaces()) {
            Method method = find(face, name, count, arguments);
            if (method != null) {
                return method;
            }
        }
        return null;
    }

    private static boolean takes(Class<?>[] parameters, @Nullable Object[] arguments) {
        for (int i = 0; i < Math.min(parameters.length, arguments.length); i++) {
            Object argument = arguments[i];
            boolean fits = parameters[i].isPrimitive()
                    ? argument instanceof Boolean && parameters[i] == boolean.class
                            || argument instanceof Integer && parameters[i] == int.class
                    : argument == null || parameters[i].isInstance(argument);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}

package io.github.cxonetools.schema;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A handler, found and checked.
 *
 * @param className null where the action only gives types
 */
record HandlerTypes(@Nullable String className, @Nullable String method, Type input, Type output) {

    static HandlerTypes of(ActionDefinition action, ProjectClasses classes) throws RejectedException {
        Type input = declared(action, "input", action.input(), classes);
        Type output = declared(action, "output", action.output(), classes);
        String handler = action.handler();
        if (handler == null) {
            if (input == null || output == null) {
                throw rejected(
                        action,
                        "neither <handler> nor both <input> and <output> are set. Set <handler> to a class "
                                + "that is a java.util.function.Function, or to Class#method");
            }
            return new HandlerTypes(null, null, input, output);
        }
        int hash = handler.indexOf('#');
        Class<?> type = load(action, hash < 0 ? handler : handler.substring(0, hash), classes);
        try {
            Type[] found = hash < 0 ? function(action, type) : method(action, type, handler.substring(hash + 1));
            return new HandlerTypes(
                    type.getName(),
                    hash < 0 ? null : handler.substring(hash + 1),
                    concrete(action, type, "input", input, found[0]),
                    concrete(action, type, "output", output, found[1]));
        } catch (TypeNotPresentException | LinkageError e) {
            throw rejected(action, "handler " + classes.cannotLoad(type.getName(), e));
        }
    }

    private static @Nullable Type declared(
            ActionDefinition action, String element, @Nullable String notation, ProjectClasses classes)
            throws RejectedException {
        if (notation == null) {
            return null;
        }
        try {
            return TypeNotation.parse(notation.strip(), classes);
        } catch (RejectedException e) {
            throw new RejectedException(action.name() + ": <" + element + ">: " + e.getMessage(), e);
        }
    }

    private static Class<?> load(ActionDefinition action, String name, ProjectClasses classes)
            throws RejectedException {
        try {
            return classes.load(name);
        } catch (ClassNotFoundException e) {
            throw new RejectedException(
                    action.name() + ": handler " + name
                            + " is not on the class path. Check <handler>, and that the module "
                            + "compiles it; a nested class has $ before its name",
                    e);
        } catch (RejectedException e) {
            throw new RejectedException(action.name() + ": handler " + e.getMessage(), e);
        }
    }

    private static Type[] function(ActionDefinition action, Class<?> type) throws RejectedException {
        List<Type> arguments = Generics.argumentsOf(Function.class, type);
        if (arguments == null) {
            throw handler(
                    action,
                    type,
                    "is no java.util.function.Function. Implement Function<Input, Output>, or name a "
                            + "method with one parameter as " + type.getName() + "#method");
        }
        checkCanBeMade(action, type);
        return arguments.toArray(new Type[0]);
    }

    private static void checkCanBeMade(ActionDefinition action, Class<?> type) throws RejectedException {
        if (Modifier.isAbstract(type.getModifiers())) {
            throw handler(
                    action,
                    type,
                    (type.isInterface() ? "is an interface" : "is abstract")
                            + ". Name a class that can be instantiated");
        }
        if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
            throw handler(action, type, "is an inner class. Make it static");
        }
        boolean made = Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
        if (!made || !Modifier.isPublic(type.getModifiers())) {
            throw handler(
                    action,
                    type,
                    made ? "is not public. Make it public" : "has no public constructor without parameters. Add one");
        }
    }

    private static Type[] method(ActionDefinition action, Class<?> type, String name) throws RejectedException {
        List<Method> methods = new ArrayList<>();
        boolean anyOfThatName = false;
        for (Method method : type.getMethods()) {
            anyOfThatName |= method.getName().equals(name);
            if (method.getName().equals(name) && method.getParameterCount() == 1 && !method.isBridge()) {
                methods.add(method);
            }
        }
        if (methods.size() != 1) {
            throw handler(action, type, problem(name, anyOfThatName, methods.size()));
        }
        Method method = methods.get(0);
        if (!Modifier.isStatic(method.getModifiers())) {
            checkCanBeMade(action, type);
        }
        return new Type[] {
            inherited(type, method, method.getGenericParameterTypes()[0]),
            inherited(type, method, method.getGenericReturnType())
        };
    }

    private static String problem(String name, boolean anyOfThatName, int count) {
        if (count > 1) {
            return "has " + count + " public methods " + name + " with one parameter. Leave one of that name";
        }
        return anyOfThatName
                ? "has no public method " + name + " with exactly one parameter. Give it one"
                : "has no public method " + name + ". Check <handler>";
    }

    /** A method's type as {@code type} sees it, where a generic superclass declares the method. */
    private static Type inherited(Class<?> type, Method method, Type declared) {
        Class<?> owner = method.getDeclaringClass();
        List<Type> arguments = Generics.argumentsOf(owner, type);
        Map<TypeVariable<?>, Type> bindings = new HashMap<>();
        for (int i = 0; arguments != null && i < arguments.size(); i++) {
            bindings.put(owner.getTypeParameters()[i], arguments.get(i));
        }
        return Generics.resolve(declared, bindings);
    }

    private static Type concrete(
            ActionDefinition action, Class<?> type, String side, @Nullable Type declared, Type found)
            throws RejectedException {
        if (declared != null) {
            return declared;
        }
        if (found == void.class || found == Void.class) {
            throw handler(
                    action,
                    type,
                    "has no " + side + ": its type is " + found.getTypeName()
                            + ". Use a class with the properties that CXone sends or expects");
        }
        Type resolved = Generics.resolve(found, Map.of());
        if (!TypeNotation.isConcrete(resolved)) {
            throw handler(
                    action,
                    type,
                    "does not say its " + side + " type (" + found.getTypeName()
                            + "). Give the type argument in the class, or set <" + side + "> in the action");
        }
        return resolved;
    }

    private static RejectedException handler(ActionDefinition action, Class<?> type, String problem) {
        return rejected(action, "handler " + type.getName() + " " + problem);
    }

    private static RejectedException rejected(ActionDefinition action, String problem) {
        return new RejectedException(action.name() + ": " + problem);
    }
}

package io.github.cxonetools.schema.classes;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A handler, found and checked.
 *
 * @param className null where the action only gives types
 * @param output what it gives; where that is a {@link java.util.concurrent.CompletionStage}, what the stage gives
 */
public record HandlerTypes(
        @Nullable String className, @Nullable String method, Type input, Type output) {

    public static HandlerTypes of(ActionDefinition action, ProjectClasses classes) throws RejectedException {
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
                    concrete(action, type, "output", output, AsynchronousType.awaited(found[1])));
        } catch (TypeNotPresentException | LinkageError e) {
            throw rejected(action, "handler " + classes.cannotLoad(type.getName(), e));
        }
    }

    /** As {@link #of}, of a handler that this plugin can also create and call, not only read types from. */
    static HandlerTypes callable(ActionDefinition action, ProjectClasses classes) throws RejectedException {
        HandlerTypes types = of(action, classes);
        if (types.className != null) {
            Class<?> type = load(action, types.className, classes);
            Type[] found = types.method == null ? function(action, type) : method(action, type, types.method);
            String problem = types.isStatic(type) ? null : Instantiation.problem(type);
            Type given = AsynchronousType.awaited(found[1]);
            problem = problem == null ? AsynchronousType.problem(type, "output", given) : problem;
            if (problem != null) {
                throw handler(action, type, problem);
            }
        }
        return types;
    }

    private boolean isStatic(Class<?> type) {
        return method != null && named(type, method).stream().allMatch(each -> Modifier.isStatic(each.getModifiers()));
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
        Class<?> lambda = LambdaHandler.requestHandler(type);
        List<Type> arguments = Generics.argumentsOf(Function.class, type);
        arguments = arguments == null && lambda != null ? Generics.argumentsOf(lambda, type) : arguments;
        if (arguments == null) {
            throw handler(action, type, NoFunction.problem(type));
        }
        checkDeclaration(action, type);
        return arguments.toArray(new Type[0]);
    }

    private static void checkDeclaration(ActionDefinition action, Class<?> type) throws RejectedException {
        String problem = Instantiation.declarationProblem(type);
        if (problem != null) {
            throw handler(action, type, problem);
        }
    }

    private static Type[] method(ActionDefinition action, Class<?> type, String name) throws RejectedException {
        List<Method> methods = named(type, name);
        if (methods.size() != 1) {
            throw handler(action, type, NoFunction.methodProblem(type, name, methods.size()));
        }
        Method method = methods.get(0);
        if (!Modifier.isStatic(method.getModifiers())) {
            checkDeclaration(action, type);
        }
        return new Type[] {
            inherited(type, method, method.getGenericParameterTypes()[0]),
            inherited(type, method, method.getGenericReturnType())
        };
    }

    /** Those with one parameter; where there is none, those that take the {@code Context} of AWS Lambda beside it. */
    private static List<Method> named(Class<?> type, String name) {
        List<Method> methods = new ArrayList<>();
        List<Method> withContext = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name) && !method.isBridge()) {
                if (method.getParameterCount() == 1) {
                    methods.add(method);
                } else if (LambdaHandler.takesContext(method)) {
                    withContext.add(method);
                }
            }
        }
        return methods.isEmpty() ? withContext : methods;
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
        String asynchronous = AsynchronousType.problem(type, side, found);
        if (asynchronous != null) {
            throw handler(action, type, asynchronous);
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

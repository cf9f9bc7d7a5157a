package io.github.cxonetools.schema.classes;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a handler's class can be created without anybody's help. */
final class Instantiation {

    private Instantiation() {}

    /** What is wrong with how the class is declared, as it completes "handler X …"; null where nothing is. */
    static @Nullable String declarationProblem(Class<?> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            return (type.isInterface() ? "is an interface" : "is abstract") + ". Name a class that can be instantiated";
        }
        if (type.getEnclosingClass() != null && !Modifier.isStatic(type.getModifiers())) {
            return "is an inner class. Make it static";
        }
        return Modifier.isPublic(type.getModifiers())
                ? null
                : "is " + access(type.getModifiers()) + ", so it is not public. Make it public";
    }

    /** {@code package-private}, {@code protected} or {@code private}. */
    static String access(int modifiers) {
        return Modifier.isPrivate(modifiers)
                ? "private"
                : Modifier.isProtected(modifiers) ? "protected" : "package-private";
    }

    /** Why the class cannot be created here, where only a container that injects can create it; null where it can. */
    static @Nullable String problem(Class<?> type) {
        boolean made = Arrays.stream(type.getConstructors()).anyMatch(c -> c.getParameterCount() == 0);
        return made
                ? null
                : "has no public constructor without parameters, so only its application can create it (its contract is"
                        + " generated all the same). Add one, or run the application and simulate over HTTP:"
                        + " -Dcxone.endpoint=http://127.0.0.1:8080/its-path, -Dcxone.endpoint=handlerUrl for the action's own"
                        + " handlerUrl, or <endpoint> in the configuration; the local tenant then calls the application at"
                        + " the action's handlerUrl";
    }
}

package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.classes.Generics;
import io.github.cxonetools.schema.classes.HandlerTypes;
import io.github.cxonetools.schema.classes.ProjectClasses;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where both generations of Jackson are there: whether the handlers' types carry annotations of one's databind part. */
public final class AnnotatedGeneration {

    private final String prefix;
    private final ClassLoader project;
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final Set<Class<?>> seen = new HashSet<>();

    private AnnotatedGeneration(Generation generation, ClassLoader project) {
        this.prefix = generation.databind + "annotation.";
        this.project = project;
    }

    public static boolean carries(Generation generation, List<ActionDefinition> actions, ProjectClasses classes) {
        AnnotatedGeneration search = new AnnotatedGeneration(generation, classes.loader());
        for (ActionDefinition action : actions) {
            try {
                HandlerTypes types = HandlerTypes.of(action, classes);
                search.add(types.input());
                search.add(types.output());
            } catch (RejectedException e) {
                continue; // Told where its contract is derived.
            }
        }
        return search.finds();
    }

    private boolean finds() {
        while (!open.isEmpty()) {
            try {
                if (isAnnotated(open.pop())) {
                    return true;
                }
            } catch (TypeNotPresentException | LinkageError e) {
                continue; // Told where its contract is derived.
            }
        }
        return false;
    }

    private boolean isAnnotated(Class<?> type) {
        List<AnnotatedElement> elements = new ArrayList<>(List.of(type));
        for (Field field : type.getDeclaredFields()) {
            elements.add(field);
            add(field.getGenericType());
        }
        for (Method method : type.getDeclaredMethods()) {
            addExecutable(method, elements);
            add(method.getGenericReturnType());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            addExecutable(constructor, elements);
        }
        addRelatives(type);
        for (AnnotatedElement element : elements) {
            for (Annotation annotation : element.getAnnotations()) {
                if (annotation.annotationType().getName().startsWith(prefix)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Annotations of what is read may stand at parameters, and their types be nowhere else. */
    private void addExecutable(Executable executable, List<AnnotatedElement> elements) {
        elements.add(executable);
        elements.addAll(List.of(executable.getParameters()));
        for (Type parameter : executable.getGenericParameterTypes()) {
            add(parameter);
        }
    }

    private void addRelatives(Class<?> type) {
        if (type.getGenericSuperclass() != null) {
            add(type.getGenericSuperclass());
        }
        for (Type face : type.getGenericInterfaces()) {
            add(face);
        }
        Class<?>[] permitted = type.getPermittedSubclasses();
        for (Class<?> subtype : permitted == null ? new Class<?>[0] : permitted) {
            add(subtype);
        }
        for (Annotation annotation : type.getAnnotations()) {
            if (annotation.annotationType().getName().equals(Jackson.ANNOTATIONS + "JsonSubTypes")
                    && Attributes.of(annotation).get("value") instanceof Annotation[] listed) {
                for (Annotation subtype : listed) {
                    if (Attributes.of(subtype).get("value") instanceof Class<?> named) {
                        add(named);
                    }
                }
            }
        }
    }

    private void add(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            for (Type argument : parameterized.getActualTypeArguments()) {
                add(argument);
            }
        }
        Class<?> raw = Generics.raw(type);
        while (raw.isArray()) {
            raw = raw.getComponentType();
        }
        boolean ofJackson = raw.getName().startsWith("com.fasterxml.jackson.") // These annotate themselves.
                || raw.getName().startsWith("tools.jackson.");
        if (raw.getClassLoader() == project && !ofJackson && seen.add(raw)) {
            open.add(raw);
        }
    }
}

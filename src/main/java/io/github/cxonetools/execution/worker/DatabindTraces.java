package io.github.cxonetools.execution.worker;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.HashSet;
import java.util.Set;

/** Looks through the classes that a type reaches for signs of the Jackson that they were written for. */
final class DatabindTraces {

    private static final String TWO = "com.fasterxml.jackson.databind.";
    private static final String THREE = "tools.jackson.databind.";

    private final Set<Type> seen = new HashSet<>();
    private boolean two;
    private boolean three;

    /** {@return true if the types carry annotations or values of Jackson 2's databind, and none of Jackson 3's} */
    static boolean pointsToJackson2(Type... types) {
        DatabindTraces traces = new DatabindTraces();
        for (Type type : types) {
            traces.visit(type);
        }
        return traces.two && !traces.three;
    }

    private void visit(Type type) {
        if (!seen.add(type)) {
            return;
        }
        if (type instanceof Class<?> plain) {
            visitClass(plain);
        } else if (type instanceof ParameterizedType generic) {
            visit(generic.getRawType());
            visitAll(generic.getActualTypeArguments());
        } else if (type instanceof GenericArrayType array) {
            visit(array.getGenericComponentType());
        } else if (type instanceof WildcardType wildcard) {
            visitAll(wildcard.getUpperBounds());
        }
    }

    private void visitAll(Type... types) {
        for (Type type : types) {
            visit(type);
        }
    }

    private void visitClass(Class<?> type) {
        if (type.isArray()) {
            visit(type.getComponentType());
            return;
        }
        two |= type.getName().startsWith(TWO);
        three |= type.getName().startsWith(THREE);
        if (type.getClassLoader() == null || two || three || type.getName().startsWith("java.")) {
            return;
        }
        look(type);
        visitMembers(type);
        if (type.getGenericSuperclass() != null) {
            visit(type.getGenericSuperclass());
        }
        visitAll(type.getGenericInterfaces());
    }

    private void visitMembers(Class<?> type) {
        for (Field field : type.getDeclaredFields()) {
            look(field);
            visit(field.getGenericType());
        }
        for (Method method : type.getDeclaredMethods()) {
            look(method);
            visit(method.getGenericReturnType());
        }
        for (Executable constructor : type.getDeclaredConstructors()) {
            look(constructor);
        }
    }

    private void look(AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            String name = annotation.annotationType().getName();
            two |= name.startsWith(TWO);
            three |= name.startsWith(THREE);
        }
    }
}

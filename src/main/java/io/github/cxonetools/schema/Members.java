package io.github.cxonetools.schema;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the default validator looks for a property's constraints: its field, and its getters along the hierarchy. */
final class Members {

    /** By name. Reflection copies them, and methods, at each call. */
    private static final ClassValue<Map<String, Field>> FIELDS = new ClassValue<>() {
        @Override
        protected Map<String, Field> computeValue(Class<?> type) {
            Map<String, Field> fields = new HashMap<>();
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.put(field.getName(), field);
                }
            }
            return fields;
        }
    };

    /** Those without parameters, by name: covariant ones have the same. */
    private static final ClassValue<Map<String, List<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
            Map<String, List<Method>> methods = new HashMap<>();
            for (Method method : type.getDeclaredMethods()) {
                if (method.getParameterCount() == 0
                        && !method.isBridge()
                        && !Modifier.isStatic(method.getModifiers())) {
                    methods.computeIfAbsent(method.getName(), name -> new ArrayList<>())
                            .add(method);
                }
            }
            return methods;
        }
    };

    private final List<Field> fields = new ArrayList<>();
    private final List<Method> getters = new ArrayList<>();

    private Members() {}

    static Members of(Class<?> bean, JacksonProperty property) throws BindingException {
        Members members = new Members();
        Field field = property.field();
        String name = field == null ? property.memberName() : field.getName();
        for (Class<?> c = bean; c != null && c != Object.class; c = c.getSuperclass()) {
            Field declared = FIELDS.get(c).get(name);
            if (declared != null) {
                members.fields.add(declared);
            }
        }
        Method getter = bean.isRecord() ? null : property.getter();
        members.collect(bean, Names.of(getter, name));
        return members;
    }

    static Members of(Class<?> bean, JacksonMember value) throws BindingException {
        Members members = new Members();
        if (value.element() instanceof Field field) {
            members.fields.add(field);
        } else if (value.element() instanceof Method method) {
            for (Field declared : bean.getDeclaredFields()) {
                if (bean.isRecord() && declared.getName().equals(method.getName())) {
                    members.fields.add(declared);
                }
            }
            if (members.fields.isEmpty() && isGetter(method)) {
                members.getters.add(method);
            }
        }
        return members;
    }

    /** What a property's getters may be called: as Jackson says, with {@code get}, and with {@code is} if it is boolean. */
    private record Names(String known, String get, String is) {

        static Names of(@Nullable Method getter, String property) {
            String capital =
                    property.isEmpty() ? "" : property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
            return new Names(getter == null ? "" : getter.getName(), "get" + capital, "is" + capital);
        }
    }

    private void collect(Class<?> type, Names names) {
        Map<String, List<Method>> methods = METHODS.get(type);
        getters.addAll(methods.getOrDefault(names.known, List.of()));
        for (Method method : methods.getOrDefault(names.get, List.of())) {
            if (!names.get.equals(names.known) && names.get.length() > 3 && method.getReturnType() != void.class) {
                getters.add(method);
            }
        }
        for (Method method : methods.getOrDefault(names.is, List.of())) {
            if (!names.is.equals(names.known) && names.is.length() > 2 && method.getReturnType() == boolean.class) {
                getters.add(method);
            }
        }
        for (Class<?> face : type.getInterfaces()) {
            collect(face, names);
        }
        if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
            collect(type.getSuperclass(), names);
        }
    }

    /** True for what the validator takes for a property's getter. */
    static boolean isGetter(Method method) {
        String name = method.getName();
        boolean prefixed = name.startsWith("get") && name.length() > 3 && method.getReturnType() != void.class
                || name.startsWith("is") && name.length() > 2 && method.getReturnType() == boolean.class;
        return prefixed && method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
    }

    /** Fields and getters, in that order. */
    List<AnnotatedElement> elements() {
        List<AnnotatedElement> elements = new ArrayList<>(fields);
        elements.addAll(getters);
        return elements;
    }

    Constraints constraints(ConstraintReader reader, String place) {
        Constraints all = Constraints.NONE;
        for (Field field : fields) {
            all = all.and(reader.read(field, place));
        }
        for (Method getter : getters) {
            all = all.and(reader.read(getter, place));
        }
        return all;
    }

    /** The annotated types at which constraints of elements, keys and values may stand: reading them is dear, and most have no arguments. */
    List<AnnotatedType> types() {
        List<AnnotatedType> types = new ArrayList<>();
        for (Field field : fields) {
            if (!(field.getGenericType() instanceof Class)) {
                types.add(field.getAnnotatedType());
            }
        }
        for (Method getter : getters) {
            if (!(getter.getGenericReturnType() instanceof Class)) {
                types.add(getter.getAnnotatedReturnType());
            }
        }
        return types;
    }
}

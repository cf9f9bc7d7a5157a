package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.ClassFile;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonMember;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the default validator looks for a property's constraints: its field, and its getters along the hierarchy. */
public final class ConstrainedMembers {

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

    private final List<Field> fields = new ArrayList<>();
    private final List<Method> getters = new ArrayList<>();

    /** Those that give what the property's {@code JsonNullable} holds, as openapi-generator makes them. */
    private final List<Method> unwrapping = new ArrayList<>();

    private ConstrainedMembers() {}

    public static ConstrainedMembers of(Class<?> bean, JacksonProperty property) throws BindingException {
        ConstrainedMembers members = new ConstrainedMembers();
        Field field = property.field();
        String name = field == null ? property.memberName() : field.getName();
        for (Class<?> c = bean; c != null && c != Object.class; c = c.getSuperclass()) {
            Field declared = FIELDS.get(c).get(name);
            if (declared != null) {
                members.fields.add(declared);
            }
        }
        Method read = bean.isRecord() ? null : property.getter();
        members.addGiven(read);
        Method known = read != null && GetterMethods.isGetter(read) ? read : null;
        members.getters.addAll(GetterMethods.of(bean, known, name));
        if (read != null && property.type().hasUndefined()) {
            members.addUnwrapping(bean, read, name);
        }
        return members;
    }

    private void addUnwrapping(Class<?> bean, Method read, String name) {
        String held = ClassFile.givenField(read);
        if (held != null && !held.equals(name)) {
            for (Method getter : GetterMethods.of(bean, null, held)) {
                if (getter.getReturnType() != read.getReturnType()) {
                    unwrapping.add(getter);
                }
            }
        }
    }

    /**
     * The field of {@code getABd()} is {@code aBd}, and Jackson's property {@code abd}; that of {@code isOpen()} may be
     * {@code isOpen}, and the property {@code open}: that the getter gives it is in its code.
     */
    private void addGiven(@Nullable Method getter) {
        if (getter == null || !fields.isEmpty()) {
            return;
        }
        String property = GetterMethods.isGetter(getter) ? GetterMethods.capitalized(getter) : getter.getName();
        for (Field field : FIELDS.get(getter.getDeclaringClass()).values()) {
            boolean named = field.getName().equalsIgnoreCase(property)
                    || field.getName().equals(getter.getName());
            if (named && field.getName().equals(ClassFile.givenField(getter))) {
                fields.add(field);
            }
        }
    }

    public static ConstrainedMembers of(Class<?> bean, JacksonMember value) throws BindingException {
        ConstrainedMembers members = new ConstrainedMembers();
        if (value.element() instanceof Field field) {
            members.fields.add(field);
        } else if (value.element() instanceof Method method) {
            boolean getter = !bean.isRecord() && GetterMethods.isGetter(method);
            Map<String, Field> declared = FIELDS.get(method.getDeclaringClass());
            for (String name : List.of(method.getName(), getter ? GetterMethods.property(method) : "")) {
                if (declared.containsKey(name)) {
                    members.fields.add(declared.get(name));
                }
            }
            if (getter) {
                members.getters.add(method);
            }
        }
        return members;
    }

    /** What an any-setter fills is told by the any-getter. */
    public void add(ConstrainedMembers others) {
        for (Field field : others.fields) {
            if (!fields.contains(field)) {
                fields.add(field);
            }
        }
        for (Method getter : others.getters) {
            if (!getters.contains(getter)) {
                getters.add(getter);
            }
        }
    }

    /** The properties that these are of. */
    public Set<String> names() {
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            names.add(field.getName());
        }
        for (Method getter : getters) {
            names.add(GetterMethods.property(getter));
        }
        for (Method getter : unwrapping) {
            names.add(GetterMethods.property(getter));
        }
        return names;
    }

    /** Fields and getters, in that order. */
    public List<AnnotatedElement> elements() {
        List<AnnotatedElement> elements = new ArrayList<>(fields);
        elements.addAll(getters);
        return elements;
    }

    public static Class<?> type(AnnotatedElement element) {
        return element instanceof Field field ? field.getType() : ((Method) element).getReturnType();
    }

    /** Of a property that a builder takes: what the class that it builds shows; null where it shows nothing. */
    @Nullable
    public Class<?> writtenType() {
        if (!getters.isEmpty()) {
            return getters.get(0).getReturnType();
        }
        for (Field field : fields) {
            if (Modifier.isPublic(field.getModifiers())) {
                return field.getType();
            }
        }
        return null;
    }

    /** {@return true if all members have one type} */
    public boolean coversAllOf(Class<?> type) {
        for (Field field : fields) {
            if (field.getType() != type) {
                return false;
            }
        }
        for (Method getter : getters) {
            if (getter.getReturnType() != type) {
                return false;
            }
        }
        return true;
    }

    /** {@return true if the field's type is a type variable with an upper bound} */
    public boolean isOfBoundVariable() {
        for (Field field : fields) {
            if (field.getGenericType() instanceof TypeVariable<?> && field.getType() != Object.class) {
                return true;
            }
        }
        return false;
    }

    /** {@return true if the getter wraps a field that may not be null into an {@code Optional}} */
    public boolean isNeverEmpty(TypeUse use, ConstraintReader reader) throws BindingException {
        if (use.type().isReference() && use.constraints().forbidsNull()) {
            for (Field field : fields) {
                boolean wraps =
                        field.getType() != use.type().raw() && !(field.getGenericType() instanceof TypeVariable<?>);
                if (wraps && reader.read(field, use.place()).forbidsNull()) {
                    return true;
                }
            }
        }
        return false;
    }

    public Constraints constraints(ConstraintReader reader, String place) {
        Constraints all = Constraints.NONE;
        for (Field field : fields) {
            all = all.and(reader.read(field, place));
        }
        for (Method getter : getters) {
            all = all.and(reader.read(getter, place));
        }
        for (Method getter : unwrapping) {
            all = all.and(reader.read(getter, place));
        }
        return all;
    }

    /** The annotated types at which constraints of elements, keys and values may stand: reading them is dear, and most have no arguments. */
    public List<AnnotatedType> types() {
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

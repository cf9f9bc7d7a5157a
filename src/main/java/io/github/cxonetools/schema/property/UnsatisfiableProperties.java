package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.ClassFile;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.ConstraintReader;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Properties whose constraints no payload can satisfy, because they are null, or are not, whatever the payload says. */
public final class UnsatisfiableProperties {

    private UnsatisfiableProperties() {}

    /** @param covered the names of members whose properties cross the wire */
    public static void check(JacksonBean bean, Set<String> covered, ConstraintReader reader)
            throws BindingException, UnsupportedTypeException {
        Class<?> raw = bean.type().raw();
        if (raw.isRecord() && !isMadeByItsConstructor(raw, bean)) {
            return; // A factory method may put something in the place of null.
        }
        for (Class<?> type = raw; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean hidden = !Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && !covered.contains(field.getName());
                String place = ClassNames.simple(raw) + "." + field.getName();
                if (hidden && mayNotBeNull(field, reader, place) && !isSet(bean, field)) {
                    throw new UnsupportedTypeException(
                            place,
                            "it may not be null, no payload carries it and nothing else sets it, so no input is "
                                    + "valid. Let it be read, give it a value, or use another class for the input");
                }
            }
        }
    }

    private static boolean mayNotBeNull(Field field, ConstraintReader reader, String place) {
        if (reader.read(field, place).forbidsNull()) {
            return true;
        }
        for (Method method : field.getDeclaringClass().getDeclaredMethods()) {
            if (GetterMethods.isGetter(method)
                    && field.getName().equals(GetterMethods.property(method))
                    && reader.read(method, place).forbidsNull()
                    && field.getName().equals(ClassFile.givenField(method))) {
                return true;
            }
        }
        return false;
    }

    /**
     * What is read is never null where it is an {@code Optional}, and what a constructor takes of a payload's nothing is an
     * empty one.
     *
     * @return true where all is well as long as no payload has the property
     */
    public static boolean mustBeAbsent(Class<?> owner, JacksonProperty property, Constraints constraints, String place)
            throws BindingException, UnsupportedTypeException {
        boolean mustBeNull = constraints.list().stream()
                .anyMatch(constraint -> constraint.name().equals("Null"));
        if (property.type().raw() != Optional.class || !property.type().isReference() || !mustBeNull) {
            return false;
        }
        Field field = property.field();
        if (property.isCreator() || field == null || ClassFile.constructorSets(owner, field)) {
            throw new UnsupportedTypeException(
                    place,
                    "@Null, and Jackson gives an empty Optional where a payload "
                            + "has nothing, so no input is valid. Remove one of the two");
        }
        return true;
    }

    private static boolean isMadeByItsConstructor(Class<?> raw, JacksonBean bean) {
        Class<? extends Annotation> creator = bean.jackson().annotation("JsonCreator");
        return raw.getDeclaredConstructors().length == 1
                && creator != null
                && Stream.of(raw.getDeclaredMethods()).noneMatch(method -> method.isAnnotationPresent(creator));
    }

    private static boolean isSet(JacksonBean bean, Field field) throws BindingException {
        if (field.getDeclaringClass().isRecord()) {
            return !ClassFile.keepsWhatItIsGiven(field.getDeclaringClass(), field.getName());
        }
        List<String> setting = ClassFile.methodsThatSet(field);
        if (setting.isEmpty() || bean.any() != null) {
            return !setting.isEmpty();
        }
        Set<String> called = new HashSet<>(Set.of("<init>"));
        for (JacksonProperty property : bean.properties()) {
            called.add(property.setterName());
        }
        return setting.stream().anyMatch(called::contains);
    }
}

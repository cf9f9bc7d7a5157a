package io.github.cxonetools.schema;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fields that may not be null and that nothing sets while the mapper reads: then no payload at all is valid. */
final class NeverSet {

    private NeverSet() {}

    /** @param covered the names of members whose properties cross the wire */
    static void check(JacksonBean bean, Set<String> covered, ConstraintReader reader)
            throws BindingException, UnsupportedTypeException {
        Class<?> raw = bean.type().raw();
        if (raw.isRecord()) {
            return; // Its constructor may put something in the place of null.
        }
        for (Class<?> type = raw; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                boolean hidden = !Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && !covered.contains(field.getName());
                String place = ClassNames.simple(raw) + "." + field.getName();
                if (hidden && reader.read(field, place).forbidNull() && !isSet(bean, field)) {
                    throw new UnsupportedTypeException(place
                            + ": it may not be null, no payload carries it and nothing else sets it, so no input is "
                            + "valid. Let it be read, give it a value, or use another class for the input");
                }
            }
        }
    }

    private static boolean isSet(JacksonBean bean, Field field) throws BindingException {
        List<String> setting = ClassFile.methodsThatSet(field.getDeclaringClass(), field.getName());
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

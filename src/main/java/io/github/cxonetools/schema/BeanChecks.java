package io.github.cxonetools.schema;

import java.lang.reflect.Modifier;

/** What of Jackson's features would make a schema untrue, found before one is written. */
final class BeanChecks {

    private BeanChecks() {}

    static void check(JacksonBean bean, Side side, String place) throws BindingException, UnsupportedTypeException {
        Class<?> raw = bean.type().raw();
        String name = ClassNames.simple(raw);
        if (raw.getName().startsWith("java.") || raw.getName().startsWith("javax.")) {
            throw new UnsupportedTypeException(place + ": " + raw.getTypeName()
                    + " has no schema that is true for every value. Use a String, or a class of the project");
        }
        if (bean.hasObjectIds()) {
            throw new UnsupportedTypeException(
                    name + " has @JsonIdentityInfo, so a value may stand as an object or as its "
                            + "id. Remove it, or use another class for the wire");
        }
        if (side == Side.INPUT && (raw.isInterface() || Modifier.isAbstract(raw.getModifiers()))) {
            throw new UnsupportedTypeException(
                    place + ": " + name + " is abstract, so Jackson cannot make one. Use a concrete "
                            + "class, or name its subtypes with @JsonTypeInfo and @JsonSubTypes");
        }
        if (side == Side.INPUT && !bean.canBeMade()) {
            throw new UnsupportedTypeException(place + ": Jackson cannot make a " + name
                    + ": it has neither a constructor without parameters nor one with @JsonCreator. Add one");
        }
    }
}

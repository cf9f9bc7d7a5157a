package io.github.cxonetools.schema.derive;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.classes.KotlinClass;
import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Generation;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JsonFormat;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.Injected;
import io.github.cxonetools.schema.property.TypeUse;
import io.github.cxonetools.schema.subtype.Polymorphism;
import java.lang.reflect.Modifier;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What of Jackson's features would make a schema untrue, found before one is written. */
final class BeanChecks {

    /** What says nearly the same, and has a schema. */
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("java.net.URL", "java.net.URI"),
            Map.entry("java.nio.file.Path", "java.io.File, or a String"),
            Map.entry("java.lang.Class", "an enum, or a String"),
            Map.entry("java.nio.charset.Charset", "an enum, or a String"),
            Map.entry("java.util.regex.Pattern", "a String"),
            Map.entry("java.sql.Date", "java.time.LocalDate"),
            Map.entry("java.sql.Time", "java.time.LocalTime"),
            Map.entry("java.sql.Timestamp", "java.time.Instant"),
            Map.entry("java.io.InputStream", "byte[]"),
            Map.entry("java.util.Iterator", "java.util.List"),
            Map.entry("java.util.stream.Stream", "java.util.List"),
            Map.entry("javax.xml.datatype.XMLGregorianCalendar", "java.time.OffsetDateTime"),
            Map.entry("javax.xml.datatype.Duration", "java.time.Duration"),
            Map.entry("javax.xml.namespace.QName", "a String"));

    private BeanChecks() {}

    static void check(JacksonBean bean, Side side, String place) throws BindingException, UnsupportedTypeException {
        check(bean, side, place, false);
    }

    /** @param asArray true where it stands on the wire as an array, and that is known */
    static void check(JacksonBean bean, Side side, String place, boolean asArray)
            throws BindingException, UnsupportedTypeException {
        Class<?> raw = bean.type().raw();
        String name = ClassNames.simple(raw);
        checkIsNoneOfTheJdks(raw, place);
        if (bean.hasObjectIds()) {
            throw new UnsupportedTypeException(
                    name + " has @JsonIdentityInfo, so a value may stand as an object or as its "
                            + "id. Remove it, or use another class for the wire");
        }
        JsonFormat format = JsonFormat.of(bean);
        if (format.hasShape("ARRAY") && !asArray || format.hasShape("STRING") || format.isNumber()) {
            throw new UnsupportedTypeException(name + " has @JsonFormat(shape = " + format.shape()
                    + "), which does not say how its properties are written. Remove it");
        }
        if (side == Side.INPUT) {
            checkCanBeMade(bean, raw, name, place);
            Injected.check(bean);
        }
    }

    /** Before Jackson is asked how it makes one, which it may not even look at. */
    static void checkIsNoneOfTheJdks(Class<?> raw, String place) throws UnsupportedTypeException {
        if (raw.getName().startsWith("java.") || raw.getName().startsWith("javax.")) {
            throw new UnsupportedTypeException(
                    place,
                    raw.getTypeName()
                            + " is not a type of the JDK that has a schema. Use "
                            + INSTEAD.getOrDefault(raw.getName(), "a String, or a class of the project"));
        }
    }

    /** As {@link #check}, of a class that {@code @JsonTypeInfo} tells from others. */
    static void checkOneOfSeveral(JacksonBean bean, Side side, String place)
            throws BindingException, UnsupportedTypeException {
        check(bean, side, place);
        for (JacksonProperty property : bean.properties()) {
            if (property.annotation("JsonTypeId") != null) {
                throw new UnsupportedTypeException(
                        ClassNames.simple(bean.type().raw()) + "." + property.memberName(),
                        "@JsonTypeId lets any text stand where Jackson looks for the name of a subtype. Remove it");
            }
        }
    }

    /** For what is one value on the wire: where its id then stands depends on the kind of value. */
    static void checkHasNoTypeId(@Nullable Polymorphism polymorphism, TypeUse use)
            throws BindingException, UnsupportedTypeException {
        if (polymorphism != null) {
            throw new UnsupportedTypeException(
                    use.place(),
                    ClassNames.simple(use.type().raw())
                            + " is one value on the wire and has @JsonTypeInfo, but has no property that could hold "
                            + "a type id. Let it be an object, or remove one of them");
        }
    }

    /** For what a module says: an id has no place in anything else. */
    static void checkIsObject(ObjectNode said, TypeUse use) throws BindingException, UnsupportedTypeException {
        if (!said.path(Keyword.TYPE.word()).stringValue("").equals("object")) {
            throw new UnsupportedTypeException(
                    use.place(),
                    "a module of the project says of "
                            + ClassNames.simple(use.type().raw())
                            + ", one of several types, what is not of type object. Say what it is as an object, without its type id");
        }
    }

    private static void checkCanBeMade(JacksonBean bean, Class<?> raw, String name, String place)
            throws BindingException, UnsupportedTypeException {
        if (!ClassKinds.isConcrete(raw) && !bean.isMadeByOthers()) {
            throw new UnsupportedTypeException(
                    place,
                    name + " is abstract, so Jackson cannot make one. Use a "
                            + "concrete class, or name its subtypes with @JsonTypeInfo and @JsonSubTypes");
        }
        if (raw.getEnclosingClass() != null && !Modifier.isStatic(raw.getModifiers())) {
            throw new UnsupportedTypeException(
                    place, name + " is an inner class, so Jackson cannot make one. Make it static");
        }
        if (!bean.creator().takesObjects() && takesNumber(bean)) {
            throw new UnsupportedTypeException(
                    place,
                    name + " is made of a number, and Jackson tells 3 from 3.0 "
                            + "there, which no schema does. Make it of a String, or of an object with @JsonCreator(mode = PROPERTIES)");
        }
        if (!bean.creator().takesObjects() && raw.isRecord()) {
            throw new UnsupportedTypeException(
                    place,
                    "the Jackson on the class path cannot make the record " + name + ". Use Jackson 2.12 or later");
        }
        if (!bean.creator().takesObjects() && KotlinClass.isOne(raw)) {
            throw new UnsupportedTypeException(place, ofKotlin(bean, name));
        }
        if (!bean.creator().takesObjects()) {
            throw new UnsupportedTypeException(
                    place,
                    "Jackson cannot make a " + name
                            + ": it has neither a constructor without parameters nor one with @JsonCreator. Add one");
        }
    }

    private static String ofKotlin(JacksonBean bean, String name) {
        if (bean.jackson().code().hasModule("KotlinModule")) {
            return "the jackson-module-kotlin on the class path cannot make a " + name
                    + ": parameters of value classes, and unsigned numbers, need 2.17 or later. Use that, or other types";
        }
        String group = bean.jackson().generation() == Generation.JACKSON_3 ? "tools.jackson" : "com.fasterxml.jackson";
        return "Jackson alone cannot make a " + name + ", which is a class of Kotlin. Add the dependency " + group
                + ".module:jackson-module-kotlin";
    }

    private static boolean takesNumber(JacksonBean bean) throws BindingException {
        return bean.creator().takes("Int")
                || bean.creator().takes("Long")
                || bean.creator().takes("Double");
    }
}

package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.Attributes;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonMember;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** {@code @JacksonInject}: a bare mapper has nothing to inject, and fails unless it may do without. */
public final class Injected {

    private static final String ANNOTATION = "JacksonInject";

    private Injected() {}

    public static void check(JacksonBean bean) throws BindingException, UnsupportedTypeException {
        Class<? extends Annotation> type = bean.jackson().annotation(ANNOTATION);
        if (type != null) {
            check(bean, type);
        }
    }

    private static void check(JacksonBean bean, Class<? extends Annotation> type)
            throws BindingException, UnsupportedTypeException {
        Set<String> taken = new HashSet<>(); // A record's field has the annotation, too.
        for (JacksonProperty property : bean.properties()) {
            Map<String, Object> values = property.attributes(ANNOTATION);
            if (property.isCreator() && !values.isEmpty()) {
                taken.add(property.memberName());
                if (!canBeRead(values)) {
                    throw refusal(bean, property.memberName());
                }
            }
        }
        for (JacksonMember member : bean.injected()) {
            Annotation found = (Annotation) member.calls().call(member.handle(), "getAnnotation", type);
            if (!taken.contains(member.name()) && found != null && !isOptional(Attributes.of(found))) {
                throw refusal(bean, property(member.name()));
            }
        }
        for (JacksonMember parameter : bean.creator().unnamed()) {
            throw refusal(
                    bean, "a constructor's parameter " + parameter.type().raw().getSimpleName());
        }
    }

    /** {@return true if only the payload can give this constructor parameter} */
    public static boolean mustBeThere(JacksonProperty property) throws BindingException {
        Map<String, Object> values = property.attributes(ANNOTATION);
        return property.isCreator() && !values.isEmpty() && !isOptional(values);
    }

    private static boolean canBeRead(Map<String, Object> values) {
        String useInput = String.valueOf(values.get("useInput"));
        return useInput.equals("TRUE") || isOptional(values) && !useInput.equals("FALSE");
    }

    /** Annotations before 2.20 do not know the attribute. */
    private static boolean isOptional(Map<String, Object> values) {
        return "TRUE".equals(String.valueOf(values.get("optional")));
    }

    /** Of a setter, the property's. */
    private static String property(String name) {
        return name.startsWith("set") && name.length() > 3
                ? Character.toLowerCase(name.charAt(3)) + name.substring(4)
                : name;
    }

    private static UnsupportedTypeException refusal(JacksonBean bean, String member) throws BindingException {
        return new UnsupportedTypeException(
                ClassNames.simple(bean.type().raw()) + "." + member,
                "@JacksonInject asks for a value that only a mapper set up in code has. Remove it, or use "
                        + "another class for the wire");
    }
}

package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.classes.ClassFile;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The order in which a schema lists properties: record components, else fields, then accessors. */
public final class BeanOrder {

    private BeanOrder() {}

    public static List<JacksonProperty> sorted(JacksonBean bean) throws BindingException {
        List<JacksonProperty> properties = bean.properties();
        List<String> members = members(bean.type().raw());
        addAccessors(bean.type().raw(), properties, members);
        List<String> named = names(bean.attributes("JsonPropertyOrder"));
        boolean alphabetic =
                Boolean.TRUE.equals(bean.attributes("JsonPropertyOrder").get("alphabetic"));
        List<RankedProperty> ranked = new ArrayList<>();
        for (JacksonProperty property : properties) {
            Integer index = property.index();
            ranked.add(new RankedProperty(
                    property,
                    rank(named, property.name(), property.memberName()),
                    index == null ? Integer.MAX_VALUE : index,
                    alphabetic ? 0 : rank(members, property.memberName(), property.name()),
                    property.name()));
        }
        Collections.sort(ranked);
        List<JacksonProperty> sorted = new ArrayList<>();
        for (RankedProperty one : ranked) {
            sorted.add(one.property);
        }
        return sorted;
    }

    private record RankedProperty(JacksonProperty property, int named, int index, int member, String name)
            implements Comparable<RankedProperty> {

        @Override
        public int compareTo(RankedProperty other) {
            int order = Integer.compare(named, other.named);
            order = order == 0 ? Integer.compare(index, other.index) : order;
            order = order == 0 ? Integer.compare(member, other.member) : order;
            return order == 0 ? name.compareTo(other.name) : order;
        }
    }

    private static List<String> names(Map<String, Object> order) {
        return order.get("value") instanceof String[] names ? List.of(names) : List.of();
    }

    private static int rank(List<String> order, String name, String otherwise) {
        int rank = order.indexOf(name);
        int second = rank < 0 ? order.indexOf(otherwise) : rank;
        return second < 0 ? Integer.MAX_VALUE : second;
    }

    /** Members without a field of their own, by their accessors. */
    private static void addAccessors(Class<?> type, List<JacksonProperty> properties, List<String> members)
            throws BindingException {
        List<JacksonProperty> others = new ArrayList<>();
        for (JacksonProperty property : properties) {
            if (!members.contains(property.memberName())) {
                others.add(property);
            }
        }
        if (others.size() < 2) {
            return;
        }
        List<String> methods = new ArrayList<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            methods.addAll(0, ClassFile.methods(c));
        }
        for (String method : methods) {
            for (JacksonProperty property : others) {
                Method getter = property.getter();
                if (getter != null && getter.getName().equals(method) && !members.contains(property.memberName())) {
                    members.add(property.memberName());
                }
            }
        }
    }

    private static List<String> members(Class<?> type) {
        List<String> members = new ArrayList<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                members.add(component.getName());
            }
            return members;
        }
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            List<String> own = new ArrayList<>();
            for (Field field : c.getDeclaredFields()) {
                own.add(field.getName());
            }
            members.addAll(0, own);
        }
        return members;
    }
}

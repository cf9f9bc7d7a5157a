package io.github.cxonetools.schema.subtype;

import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The subtypes of a class that Jackson reads or writes, each under its type id.
 *
 * @param byId in the order of their declaration
 * @param open abstract classes of which any subclass may be written, under an id that only that one has
 */
public record SubtypesById(Map<String, Class<?>> byId, List<Class<?>> open) {

    static SubtypesById of(JacksonBean bean, List<JacksonBean.Subtype> subtypes, TypeInfo info, Side side)
            throws BindingException {
        SubtypesById alternatives = new SubtypesById(new LinkedHashMap<>(), new ArrayList<>());
        alternatives.addNamed(bean, subtypes, info, side);
        if (info.isByClass()) {
            alternatives.addClasses(bean, info, side);
        }
        if (side == Side.OUTPUT) {
            alternatives.addUnlisted(bean, subtypes, info);
        }
        return alternatives;
    }

    private void addNamed(JacksonBean bean, List<JacksonBean.Subtype> subtypes, TypeInfo info, Side side)
            throws BindingException {
        Class<?> base = bean.type().raw();
        for (JacksonBean.Subtype subtype : subtypes) {
            boolean known = subtype.type() != Object.class && base.isAssignableFrom(subtype.type());
            if (known && (side == Side.INPUT ? canBeMade(bean, subtype.type()) : isConcrete(subtype.type()))) {
                byId.put(id(subtype, info, base), subtype.type());
            }
        }
    }

    /** Concrete, made by a builder or a factory method, or another class is made in its place. */
    static boolean canBeMade(JacksonBean base, Class<?> type) throws BindingException {
        if (isConcrete(type)) {
            return true;
        }
        JacksonBean abstracted = ofClass(base, type, Side.INPUT);
        return abstracted.isMadeByOthers() || isConcrete(abstracted.refined().raw());
    }

    private static boolean isConcrete(Class<?> type) {
        return ClassKinds.isConcrete(type);
    }

    private static JacksonBean ofClass(JacksonBean base, Class<?> type, Side side) throws BindingException {
        return base.jackson().bean(base.jackson().typeOf(type), side);
    }

    /** The id names any class, whether the mapper was told of it or not. */
    private void addClasses(JacksonBean bean, TypeInfo info, Side side) throws BindingException {
        Class<?> base = bean.type().raw();
        List<Class<?>> types = known(bean);
        Class<?> named = info.defaultImpl();
        if (side == Side.INPUT && named != null && base.isAssignableFrom(named)) {
            addConcrete(named, types);
        }
        for (Class<?> type : types) {
            byId.putIfAbsent(id(new JacksonBean.Subtype(type, null), info, base), type);
        }
    }

    /** What no annotation lists is written all the same, under the name that its class gives itself or else has. */
    private void addUnlisted(JacksonBean bean, List<JacksonBean.Subtype> subtypes, TypeInfo info)
            throws BindingException {
        Class<?> base = bean.type().raw();
        List<Class<?>> types = known(bean);
        List<Class<?>> listed = new ArrayList<>();
        subtypes.forEach(subtype -> listed.add(subtype.type()));
        if (info.defaultImpl() != null && base.isAssignableFrom(info.defaultImpl())) {
            addConcrete(info.defaultImpl(), types);
            listed.add(info.defaultImpl());
        }
        for (Class<?> type : listed) {
            boolean described = isConcrete(type) || type == base || !base.isAssignableFrom(type);
            if (!described && types.stream().noneMatch(type::isAssignableFrom)) {
                addAbstract(bean, type);
            }
        }
        types.removeAll(byId.values());
        for (Class<?> type : types) {
            byId.putIfAbsent(id(new JacksonBean.Subtype(type, ownName(bean, type)), info, base), type);
        }
    }

    /** What it is implemented by has its name where it gives itself one, as annotations of classes are inherited. */
    private void addAbstract(JacksonBean bean, Class<?> type) throws BindingException {
        String name = ownName(bean, type);
        if (name != null) {
            byId.putIfAbsent(name, type);
        } else if (!open.contains(type)) {
            open.add(type);
        }
    }

    private static @Nullable String ownName(JacksonBean bean, Class<?> type) throws BindingException {
        Object name =
                ofClass(bean, type, Side.OUTPUT).attributes("JsonTypeName").get("value");
        return name == null || name.toString().isEmpty() ? null : name.toString();
    }

    private static String id(JacksonBean.Subtype subtype, TypeInfo info, Class<?> base) {
        String name = subtype.type().getName();
        return switch (info.use()) {
            case "CLASS" -> name;
            case "MINIMAL_CLASS" -> {
                String folder = base.getPackageName() + ".";
                yield name.startsWith(folder) ? name.substring(folder.length() - 1) : name;
            }
            default -> {
                String given = subtype.name();
                String plain = name.substring(name.lastIndexOf('.') + 1);
                yield given != null
                        ? given
                        : info.use().equals("SIMPLE_NAME") ? plain.substring(plain.lastIndexOf('$') + 1) : plain;
            }
        };
    }

    /** Concrete subtypes that annotations or {@code permits} name, the class itself included. */
    public static List<Class<?>> known(JacksonBean bean) throws BindingException {
        List<Class<?>> known = new ArrayList<>();
        for (JacksonBean.Subtype subtype : bean.subtypes()) {
            if (bean.type().raw().isAssignableFrom(subtype.type())) {
                addConcrete(subtype.type(), known);
            }
        }
        addConcrete(bean.type().raw(), known);
        return known;
    }

    private static void addConcrete(Class<?> type, List<Class<?>> known) {
        if (ClassKinds.isConcrete(type) && type != Object.class && !known.contains(type)) {
            known.add(type);
        }
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            for (Class<?> subtype : permitted) {
                addConcrete(subtype, known);
            }
        }
    }
}

package io.github.cxonetools.schema;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.cxonetools.schema.classes.ClassKinds;
import io.github.cxonetools.schema.classes.Generics;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Random objects of the corpus' classes, made by reflection; biased to bounds, nulls and odd characters. */
final class Instances {

    private final Random random;
    private final ScalarSamples scalars;

    Instances(Random random) {
        this.random = random;
        this.scalars = new ScalarSamples(random);
    }

    Object of(Class<?> type) throws ReflectiveOperationException {
        return instance(type, Map.of());
    }

    private Object value(
            Type type, AnnotatedType annotated, AnnotatedElement member, Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        List<Annotation> hints = new ArrayList<>(Arrays.asList(member.getAnnotations()));
        if (annotated != null) {
            hints.addAll(Arrays.asList(annotated.getAnnotations()));
        }
        Type resolved = bound(type, bindings);
        Class<?> raw = Generics.raw(resolved);
        boolean mustBeThere = hints.stream()
                .anyMatch(hint -> hint.annotationType().getSimpleName().startsWith("Not"));
        if (raw == Void.class || !raw.isPrimitive() && random.nextInt(mustBeThere ? 30 : 5) == 0) {
            return null;
        }
        for (Annotation hint : hints) {
            if (hint instanceof JsonSubTypes subtypes) {
                Class<?> chosen = subtypes.value()[random.nextInt(subtypes.value().length)].value();
                Object scalar = scalars.of(chosen, List.of());
                return scalar == null ? instance(chosen, Map.of()) : scalar;
            }
        }
        Object scalar = scalars.of(raw, hints);
        return scalar != null ? scalar : composite(resolved, raw, annotated, hints, bindings);
    }

    /** What stands for a variable or a wildcard. */
    private static Type bound(Type type, Map<TypeVariable<?>, Type> bindings) {
        if (type instanceof WildcardType wildcard) {
            return bound(
                    wildcard.getLowerBounds().length > 0 ? wildcard.getLowerBounds()[0] : wildcard.getUpperBounds()[0],
                    bindings);
        }
        if (type instanceof TypeVariable<?> variable) {
            Type bound = bindings.get(variable);
            return bound == null ? bound(variable.getBounds()[0], bindings) : bound;
        }
        return Generics.resolve(type, bindings);
    }

    private Object composite(
            Type type,
            Class<?> raw,
            AnnotatedType annotated,
            List<Annotation> hints,
            Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        if (raw == Optional.class) {
            return Optional.ofNullable(argument(type, annotated, 0, bindings));
        }
        int size = scalars.size(hints);
        if (raw.isArray()) {
            return array(raw, annotated, size, bindings);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return map(type, raw, annotated, size, bindings);
        }
        if (raw == Iterable.class || Collection.class.isAssignableFrom(raw)) {
            return collection(type, raw, annotated, size, bindings);
        }
        Map<TypeVariable<?>, Type> own = new HashMap<>();
        if (type instanceof ParameterizedType parameterized) {
            for (int i = 0; i < raw.getTypeParameters().length; i++) {
                own.put(raw.getTypeParameters()[i], bound(parameterized.getActualTypeArguments()[i], bindings));
            }
        }
        return instance(raw, own);
    }

    private Object argument(Type type, AnnotatedType annotated, int index, Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        Type argument = ((ParameterizedType) type).getActualTypeArguments()[index];
        AnnotatedType notation = annotated instanceof AnnotatedParameterizedType parameterized
                ? parameterized.getAnnotatedActualTypeArguments()[index]
                : null;
        return value(argument, notation, notation == null ? Object.class : notation, bindings);
    }

    private Object array(Class<?> raw, AnnotatedType annotated, int size, Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        Object array = Array.newInstance(raw.getComponentType(), size);
        AnnotatedType component =
                annotated instanceof AnnotatedArrayType notation ? notation.getAnnotatedGenericComponentType() : null;
        for (int i = 0; i < size; i++) {
            Object element = value(raw.getComponentType(), component, Object.class, bindings);
            Array.set(array, i, element);
        }
        return array;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object map(Type type, Class<?> raw, AnnotatedType annotated, int size, Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        Map map = raw == EnumMap.class
                ? new EnumMap((Class) ((ParameterizedType) type).getActualTypeArguments()[0])
                : emptyMap(raw);
        for (int i = 0; i < size; i++) {
            Object key = argument(type, annotated, 0, bindings);
            Object element = argument(type, annotated, 1, bindings);
            if (key != null && (element != null || !map.getClass().getName().matches(".*(Concurrent|Hashtable).*"))) {
                map.put(key, element);
            }
        }
        return map;
    }

    private static Map<?, ?> emptyMap(Class<?> raw) throws ReflectiveOperationException {
        if (ClassKinds.isConcrete(raw)) {
            return (Map<?, ?>) raw.getDeclaredConstructor().newInstance();
        }
        return ConcurrentMap.class.isAssignableFrom(raw)
                ? new ConcurrentSkipListMap<>()
                : SortedMap.class.isAssignableFrom(raw) ? new TreeMap<>() : new LinkedHashMap<>();
    }

    private Object collection(
            Type type, Class<?> raw, AnnotatedType annotated, int size, Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        Collection<Object> collection = empty(type, raw);
        for (int i = 0; i < size; i++) {
            try {
                collection.add(argument(type, annotated, 0, bindings));
            } catch (NullPointerException e) {
                continue; // Many a collection refuses null.
            }
        }
        return collection;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Collection<Object> empty(Type type, Class<?> raw) throws ReflectiveOperationException {
        if (raw == EnumSet.class) {
            return EnumSet.noneOf((Class) ((ParameterizedType) type).getActualTypeArguments()[0]);
        }
        if (ClassKinds.isConcrete(raw)) {
            return (Collection<Object>) raw.getDeclaredConstructor().newInstance();
        }
        if (raw == Queue.class || raw == Deque.class) {
            return new LinkedList<>();
        }
        return SortedSet.class.isAssignableFrom(raw)
                ? new TreeSet<>()
                : java.util.Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>() : new ArrayList<>();
    }

    private Object instance(Class<?> declared, Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        Class<?> type = concrete(declared);
        Map<TypeVariable<?>, Type> own = new HashMap<>(bindings);
        for (int i = 0; i < Math.min(type.getTypeParameters().length, declared.getTypeParameters().length); i++) {
            own.put(type.getTypeParameters()[i], bindings.getOrDefault(declared.getTypeParameters()[i], Object.class));
        }
        if (type.isRecord()) {
            return record(type, own);
        }
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .min((a, b) -> Integer.compare(a.getParameterCount(), b.getParameterCount()))
                .orElseThrow();
        Object[] arguments = new Object[constructor.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(
                    constructor.getGenericParameterTypes()[i],
                    null,
                    hintsFor(type, constructor.getParameters()[i].getName()),
                    bindings);
        }
        constructor.setAccessible(true);
        Object bean = constructor.newInstance(arguments);
        Map<TypeVariable<?>, Type> known = new HashMap<>(bindings);
        for (Class<?> c = type; c != Object.class; c = c.getSuperclass()) {
            if (c.getGenericSuperclass() instanceof ParameterizedType parent) {
                for (int i = 0; i < parent.getActualTypeArguments().length; i++) {
                    known.put(c.getSuperclass().getTypeParameters()[i], parent.getActualTypeArguments()[i]);
                }
            }
            for (Field field : c.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isFinal(field.getModifiers())) {
                    field.setAccessible(true);
                    field.set(bean, fitting(type, field, known));
                }
            }
        }
        fillOthers(bean);
        return bean;
    }

    /** Mostly a value that the field's own constraints take: an object of many fields is else never valid. */
    private Object fitting(Class<?> bean, Field field, Map<TypeVariable<?>, Type> bindings)
            throws ReflectiveOperationException {
        boolean constrained = field.getAnnotations().length > 0 || field.getGenericType() instanceof ParameterizedType;
        int tries = !constrained || random.nextInt(12) == 0 ? 1 : 8;
        Object value = null;
        for (int i = 0; i < tries; i++) {
            value = value(field.getGenericType(), field.getAnnotatedType(), field, bindings);
            if (tries == 1 || Runtimes.fits(bean, field.getName(), value)) {
                break;
            }
        }
        return value;
    }

    private static AnnotatedElement hintsFor(Class<?> type, String field) {
        try {
            return type.getDeclaredField(field);
        } catch (NoSuchFieldException e) {
            return Object.class;
        }
    }

    @SuppressWarnings("unchecked")
    private void fillOthers(Object bean) throws ReflectiveOperationException {
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (field.getName().equals("others")
                    && field.getGenericType().getTypeName().endsWith("Integer>")) {
                field.setAccessible(true);
                Map<String, Integer> others = (Map<String, Integer>) field.get(bean);
                if (others != null) {
                    others.put("extra", random.nextInt());
                }
            }
            if (Modifier.isFinal(field.getModifiers())
                    && field.getName().equals("items")
                    && field.getType() == List.class) {
                field.setAccessible(true);
                ((List<Integer>) field.get(bean)).add(random.nextInt(9));
            }
        }
    }

    private Object record(Class<?> type, Map<TypeVariable<?>, Type> bindings) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < arguments.length; i++) {
            Field field = type.getDeclaredField(components[i].getName());
            arguments[i] = fitting(type, field, bindings);
        }
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private Class<?> concrete(Class<?> type) {
        JsonSubTypes subtypes = type.getAnnotation(JsonSubTypes.class);
        if (subtypes != null && ClassKinds.isConcrete(type)) {
            return type;
        }
        if (subtypes != null) {
            return subtypes.value()[random.nextInt(subtypes.value().length)].value();
        }
        Class<?>[] permitted = type.getPermittedSubclasses();
        return permitted == null || ClassKinds.isConcrete(type)
                ? type
                : concrete(permitted[random.nextInt(permitted.length)]);
    }
}

package io.github.cxonetools.schema.jackson;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A type as the project's Jackson has resolved it. */
public final class JacksonType {

    private final ReflectiveCalls calls;
    private final Object handle;

    /** Asked for hundreds of times, and each question is a reflective call. */
    private @Nullable Class<?> raw;

    private @Nullable TypeKind kind;

    /** What the mapper calls like a map, like a collection and so on, each by itself. */
    private record TypeKind(boolean map, boolean collection, boolean array, boolean reference) {}

    JacksonType(ReflectiveCalls calls, Object handle) {
        this.calls = calls;
        this.handle = handle;
    }

    /** The mapper's own object for the type. */
    Object handle() {
        return handle;
    }

    public Class<?> raw() throws BindingException {
        Class<?> known = raw;
        if (known == null) {
            known = (Class<?>) calls.get(handle, "getRawClass");
            raw = known;
        }
        return known;
    }

    public boolean isMap() throws BindingException {
        return kind().map;
    }

    public boolean isCollection() throws BindingException {
        return kind().collection;
    }

    public boolean isArray() throws BindingException {
        return kind().array;
    }

    /** {@return true if the type is {@code Optional} or one like it} */
    public boolean isReference() throws BindingException {
        return kind().reference;
    }

    private TypeKind kind() throws BindingException {
        TypeKind known = kind;
        if (known == null) {
            known = new TypeKind(
                    calls.is(handle, "isMapLikeType"),
                    calls.is(handle, "isCollectionLikeType") || raw() == Iterable.class,
                    calls.is(handle, "isArrayType"),
                    calls.is(handle, "isReferenceType"));
            kind = known;
        }
        return known;
    }

    /** True of openapi-generator's {@code JsonNullable}: what is absent is neither null nor a value, and no constraint sees it. */
    public boolean hasUndefined() throws BindingException {
        return isReference() && raw().getName().equals("org.openapitools.jackson.nullable.JsonNullable");
    }

    /** What a container holds. */
    public JacksonType content() throws BindingException {
        return inside(
                raw() == Iterable.class
                        ? calls.get(handle, "containedTypeOrUnknown", 0)
                        : calls.get(handle, "getContentType"));
    }

    public JacksonType key() throws BindingException {
        return inside(calls.get(handle, "getKeyType"));
    }

    /** What its variables stand for; none where that is not known of each, or is the type itself. */
    public List<JacksonType> arguments() throws BindingException {
        List<JacksonType> arguments = new ArrayList<>();
        int count = (int) calls.get(handle, "containedTypeCount");
        for (int i = 0; i < count; i++) {
            Object argument = calls.get(handle, "containedType", i);
            if (isItself(argument)) {
                return List.of();
            }
            arguments.add(new JacksonType(calls, argument));
        }
        return arguments;
    }

    private JacksonType inside(Object type) throws BindingException {
        return new JacksonType(calls, isItself(type) ? calls.get(type, "getSelfReferencedType") : type);
    }

    /** Jackson stands something else in for a type that is inside itself. */
    private static boolean isItself(Object type) {
        return type.getClass().getSimpleName().equals("ResolvedRecursiveType");
    }

    /** Its notation, equal for equal types. */
    String canonical() throws BindingException {
        return (String) calls.get(handle, "toCanonical");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JacksonType type && handle.equals(type.handle);
    }

    @Override
    public int hashCode() {
        return handle.hashCode();
    }
}

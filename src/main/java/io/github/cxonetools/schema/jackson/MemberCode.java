package io.github.cxonetools.schema.jackson;

import io.github.cxonetools.schema.classes.Attributes;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Serializers, deserializers and converters that annotations of a member put between its value and the wire. */
public final class MemberCode {

    private final Jackson jackson;
    private final @Nullable Object member;
    private final Map<Side, Map<String, Object>> attributes = new HashMap<>();

    /** @param member as the mapper knows it; null where nothing carries annotations */
    MemberCode(Jackson jackson, @Nullable Object member) {
        this.jackson = jackson;
        this.member = member;
    }

    /** The class of what writes or reads the value; null where nothing stands between. */
    public @Nullable Class<?> ofValue(Side side) throws BindingException {
        return of(
                side,
                Conversions.VALUE,
                List.of("findDeserializer", "findDeserializationConverter"),
                List.of("findSerializer", "findSerializationConverter", "findNullSerializer"));
    }

    /** As {@link #ofValue}, of what the value holds. */
    public @Nullable Class<?> ofContent(Side side) throws BindingException {
        return of(
                side,
                Conversions.CONTENT,
                List.of("findContentDeserializer", "findDeserializationContentConverter"),
                List.of("findContentSerializer", "findSerializationContentConverter"));
    }

    /** As {@link #ofValue}, of a map's keys. */
    public @Nullable Class<?> ofKeys(Side side) throws BindingException {
        return of(side, Conversions.KEY, List.of("findKeyDeserializer"), List.of("findKeySerializer"));
    }

    private @Nullable Class<?> of(Side side, List<String> names, List<String> reads, List<String> writes)
            throws BindingException {
        if (member == null) {
            return null;
        }
        Class<?> named = Conversions.named(attributes(side), names);
        return named == null && jackson.code().hasModules()
                ? jackson.code().named(member, side == Side.INPUT ? reads : writes)
                : named;
    }

    /** {@code type} as {@code as}, {@code contentAs} and {@code keyAs} make it more exact, or the value class of what it is. */
    JacksonType refined(JacksonType type, Side side) throws BindingException {
        JacksonType boxed =
                member != null && side == Side.OUTPUT ? jackson.code().boxed(member) : null;
        if (boxed != null) {
            return boxed;
        }
        return member != null && (jackson.code().hasModules() || Conversions.refine(attributes(side)))
                ? jackson.code().refined(member, type, side)
                : type;
    }

    private Map<String, Object> attributes(Side side) throws BindingException {
        Map<String, Object> known = attributes.get(side);
        if (known == null) {
            Class<? extends Annotation> type =
                    jackson.databindAnnotation(side == Side.INPUT ? "JsonDeserialize" : "JsonSerialize");
            Annotation found = type == null || member == null
                    ? null
                    : (Annotation) jackson.calls.call(member, "getAnnotation", type);
            known = found == null ? Map.of() : Attributes.of(found);
            attributes.put(side, known);
        }
        return known;
    }
}

package io.github.cxonetools.schema.derive;

import io.github.cxonetools.json.PrettySize;
import io.github.cxonetools.schema.classes.ClassNames;
import io.github.cxonetools.schema.constraint.Constraints;
import io.github.cxonetools.schema.draft07.UnsupportedTypeException;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.Jackson;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.jackson.Side;
import io.github.cxonetools.schema.property.TypeUse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How large a schema becomes in which everything stands inline, and the way through the classes that multiplies it. What is
 * innermost is counted while it is made, so that what would be far too large is never made in full.
 */
final class SchemaSize {

    /** In how many objects a property's schema stands that the one of its object begins with. */
    private static final int PROPERTY = 2;

    private final Jackson jackson;
    private final Side side;
    private final SchemaLimits limits;
    private final Map<Class<?>, Map<String, Share>> shares = new LinkedHashMap<>();
    private long counted;
    private int depth;

    SchemaSize(Jackson jackson, Side side, SchemaLimits limits) {
        this.jackson = jackson;
        this.side = side;
        this.limits = limits;
    }

    /** What all values at one place of a class take. */
    private static final class Share {

        private final JacksonType type;
        private long bytes;

        Share(JacksonType type) {
            this.type = type;
        }
    }

    /** What is counted by now, at least so many bytes of the file. */
    long counted() {
        return counted;
    }

    /** Begins a value inside of another one. */
    void enter(@Nullable TypeUse around, TypeUse use) {
        depth += levels(around, use);
    }

    /** Ends it, whether it was made or not. */
    void leave(@Nullable TypeUse around, TypeUse use) {
        depth -= levels(around, use);
    }

    /** How much deeper its lines are than those around, at least: what it is of may stand in a list, or by its name. */
    private static int levels(@Nullable TypeUse around, TypeUse use) {
        boolean same = around == null || around.place().equals(use.place());
        return same ? 0 : use.property() == null ? 1 : PROPERTY;
    }

    /**
     * Counts the schema of the value that was begun last, and no longer what was counted of its parts.
     *
     * @param around the place that {@code use} is inside of
     * @param before what was counted when it was begun
     */
    void add(@Nullable TypeUse around, TypeUse use, long before, PrettySize schema) throws BindingException {
        long bytes = schema.at(depth);
        counted = before + bytes;
        if (around != null) {
            Class<?> raw = around.type().raw();
            shares.computeIfAbsent(raw, key -> new LinkedHashMap<>())
                    .computeIfAbsent(use.place(), key -> new Share(use.type()))
                    .bytes += bytes;
        }
    }

    /** Counts what is said again of a property's value, under other names. */
    void addCopies(JsonNode schema, int copies) {
        if (copies > 0) {
            counted += copies * PrettySize.of(schema).at(depth + PROPERTY);
        }
    }

    /** Counts a property's schema no longer, which another one takes the place of, or which only helps to find out something. */
    void remove(JsonNode schema) {
        counted -= PrettySize.of(schema).at(depth + PROPERTY);
    }

    /** @param uses the places around, from the outermost one */
    void check(Supplier<List<TypeUse>> uses) throws BindingException, UnsupportedTypeException {
        if (counted > limits.maxBytes()) {
            throw tooLarge("more than " + size(limits.maxBytes()), way(uses.get()));
        }
    }

    /** @param bytes what the complete schema takes in its file */
    void checkWhole(String action, TypeUse root, long bytes, Warnings warnings)
            throws BindingException, UnsupportedTypeException {
        if (bytes > limits.maxBytes()) {
            boolean isClose = size(bytes).equals(size(limits.maxBytes()));
            String sizes = isClose
                    ? exactly(bytes) + ", more than " + exactly(limits.maxBytes())
                    : size(bytes) + ", more than " + size(limits.maxBytes());
            throw tooLarge(sizes, way(heaviest(root)));
        }
        if (bytes > limits.warnBytes()) {
            warnings.large(action, side.word(), size(bytes), way(heaviest(root)));
        }
    }

    private UnsupportedTypeException tooLarge(String size, String way) {
        return UnsupportedTypeException.ofTheWhole("the " + side.word() + " schema has " + size
                + " (maxSchemaBytes), because everything stands inline" + way
                + ". Use an id or a smaller class in place of one of these, or set cxone.maxSchemaBytes");
    }

    /** From the root into what takes most, as long as that has something inside. */
    private List<TypeUse> heaviest(TypeUse root) throws BindingException {
        List<TypeUse> uses = new ArrayList<>();
        Set<Class<?>> seen = new HashSet<>();
        TypeUse use = root;
        while (use != null && seen.add(use.type().raw())) {
            uses.add(use);
            use = shares.getOrDefault(use.type().raw(), Map.of()).entrySet().stream()
                    .max(Comparator.comparingLong(share -> share.getValue().bytes))
                    .map(share -> new TypeUse(share.getValue().type, Constraints.NONE, share.getKey()))
                    .orElse(null);
        }
        return uses;
    }

    /** {@code : Order.from → Address.city (4 × Address in Order, 2 × City in Address)}. */
    private String way(List<TypeUse> uses) throws BindingException {
        List<String> places = new ArrayList<>();
        List<String> factors = new ArrayList<>();
        for (int i = 1; i < uses.size(); i++) {
            TypeUse outer = uses.get(i - 1);
            TypeUse inner = uses.get(i);
            if (!places.contains(inner.place()) && !inner.place().equals(outer.place())) {
                places.add(inner.place());
                JacksonType held = content(inner.type());
                long times = times(outer, held);
                if (times > 1) {
                    factors.add(times + " × " + ClassNames.simple(held.raw()) + " in "
                            + ClassNames.simple(outer.type().raw()));
                }
            }
        }
        return (places.isEmpty() ? "" : ": " + String.join(" → ", places))
                + (factors.isEmpty() ? "" : " (" + String.join(", ", factors) + ")");
    }

    /** How many properties of {@code outer} hold a {@code held}. */
    private long times(TypeUse outer, JacksonType held) throws BindingException {
        long times = 0;
        for (Share share : shares.getOrDefault(outer.type().raw(), Map.of()).values()) {
            times += content(share.type).equals(held) ? 1 : 0;
        }
        long properties = 0;
        for (JacksonProperty property : jackson.bean(outer.type(), side).properties()) {
            properties += content(property.type()).equals(held) ? 1 : 0;
        }
        return Math.max(times, properties);
    }

    private static JacksonType content(JacksonType type) throws BindingException {
        JacksonType content = type;
        while (content.isArray() || content.isCollection() || content.isMap() || content.isReference()) {
            content = content.content();
        }
        return content;
    }

    private static String size(long bytes) {
        if (bytes < 10 << 10) {
            return exactly(bytes);
        }
        return bytes < 1 << 20
                ? (bytes >> 10) + " KiB"
                : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
    }

    private static String exactly(long bytes) {
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
}

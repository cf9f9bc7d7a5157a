package io.github.cxonetools.schema.derive;

import io.github.cxonetools.json.PrettySize;
import io.github.cxonetools.schema.constraint.Constraint;
import io.github.cxonetools.schema.draft07.Warnings;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.jackson.JacksonType;
import io.github.cxonetools.schema.property.TypeUse;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Schemas that were made at a place of a class, for where that class is inside of another one: nothing around a class changes
 * what is in it. A schema that is not large has few, and is made without them.
 */
final class RepeatedSchemas {

    /** The part of what is warned of from which on they are remembered. */
    private static final int PART = 8;

    /** What has fewer bytes is made as fast as it is found. */
    private static final int SMALL = 128;

    private final SchemaMembers members;
    private final Warnings warnings;
    private final long from;
    private final Map<SchemaKey, Made> made = new HashMap<>();

    RepeatedSchemas(SchemaMembers members, Warnings warnings, SchemaLimits limits) {
        this.members = members;
        this.warnings = warnings;
        this.from = Math.min(limits.warnBytes(), SchemaLimits.DEFAULT.warnBytes()) / PART;
    }

    /** All that a schema depends on. */
    private record SchemaKey(
            @Nullable JacksonType around,
            JacksonType type,
            List<Object> constraints,
            List<AnnotatedType> annotated,
            String name,
            List<@Nullable Object> property) {

        static SchemaKey of(@Nullable TypeUse around, TypeUse use) throws BindingException {
            List<Object> constraints = new ArrayList<>(List.of(use.constraints().cascades()));
            for (Constraint constraint : use.constraints().list()) {
                constraints.add(constraint.identity());
            }
            JacksonProperty property = use.property();
            return new SchemaKey(
                    around == null ? null : around.type(),
                    use.type(),
                    constraints,
                    use.annotated(),
                    use.place(),
                    property == null ? List.of() : property.identity());
        }
    }

    /** One that was made, which nobody else changes. */
    record Made(ObjectNode schema, PrettySize size, Warnings.Repeatable warnings) {}

    /**
     * What was made at this place.
     *
     * @param counted how large the whole is by now, in bytes
     * @return null where nothing is remembered
     */
    @Nullable
    Made find(@Nullable TypeUse around, TypeUse use, long counted) throws BindingException {
        return counted < from ? null : made.get(SchemaKey.of(around, use));
    }

    /** Its schema, with its warnings told for what it is inside of here. */
    ObjectNode repeat(Made known, List<String> way) {
        warnings.repeat(known.warnings, way);
        return members.copy(known.schema);
    }

    /**
     * Remembers what was made.
     *
     * @param told how many warnings had been told when it was begun
     * @param way gives the members that it is inside of
     */
    void add(
            @Nullable TypeUse around,
            TypeUse use,
            long counted,
            ObjectNode schema,
            PrettySize size,
            int told,
            Supplier<List<String>> way)
            throws BindingException {
        if (counted >= from && size.bytes() >= SMALL) {
            Warnings.Repeatable repeatable = warnings.since(told, way.get());
            made.put(SchemaKey.of(around, use), new Made(members.copy(schema), size, repeatable));
        }
    }
}

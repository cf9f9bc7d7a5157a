package io.github.cxonetools.deployment;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the tenant has otherwise.
 *
 * @param field under its name on the wire
 * @param pointer where in a schema, as a JSON pointer; null for any other field
 * @param before what the tenant has, cut to a readable length
 * @param after what the project wants, cut likewise
 */
public record Difference(String field, @Nullable String pointer, String before, String after) {

    /** {@code inputSchema /properties/tags: absent -> {"type":"array"}}. */
    @Override
    public String toString() {
        return field + (pointer == null ? "" : " " + (pointer.isEmpty() ? "/" : pointer)) + ": " + before + " -> "
                + after;
    }
}

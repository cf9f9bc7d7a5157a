package io.github.cxonetools.deployment.difference;

import io.github.cxonetools.text.ShownUrl;
import io.github.cxonetools.text.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A field, or a place in a schema, that differs between tenant and project.
 *
 * @param field under its name on the wire
 * @param pointer where in a schema, as a JSON pointer; null for any other field
 * @param before what the tenant has, cut to a readable length
 * @param after what the project wants, cut likewise
 */
public record FieldDifference(String field, @Nullable String pointer, String before, String after) {

    public FieldDifference {
        pointer = pointer == null ? null : VisibleText.oneLine(pointer);
        before = VisibleText.oneLine(before);
        after = VisibleText.oneLine(after);
    }

    /** Of URLs, which may hold keys: where only what is not shown differs, that is said. */
    public static FieldDifference ofUrl(String field, String before, String after) {
        String shownBefore = ShownUrl.of(before);
        String shownAfter = ShownUrl.of(after);
        return new FieldDifference(
                field,
                null,
                shownBefore,
                shownBefore.equals(shownAfter) ? shownAfter + " (with another key)" : shownAfter);
    }

    /** {@code inputSchema /properties/tags: absent -> {"type":"array"}}. */
    @Override
    public String toString() {
        return field + (pointer == null ? "" : " " + (pointer.isEmpty() ? "/" : pointer)) + ": " + before + " -> "
                + after;
    }
}

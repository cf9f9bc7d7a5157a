package io.github.cxonetools.schema.source;

import java.util.Map;

/**
 * A documentation comment, as plain text.
 *
 * @param text what it says before its tags
 * @param parameters by name, what its {@code @param} tags say; not of type parameters
 * @param result what its {@code @return} tag says
 */
record Comment(String text, Map<String, String> parameters, String result) {

    static final Comment NONE = new Comment("", Map.of(), "");

    /** What a getter's comment says of what it gives. */
    String ofResult() {
        return text.isEmpty() ? result : text;
    }
}

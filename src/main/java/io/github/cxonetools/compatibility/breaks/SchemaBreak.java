package io.github.cxonetools.compatibility.breaks;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One place where a schema refuses what another accepts, or where that could not be decided.
 *
 * @param pointer into the payload, {@code /} at the root; 0 stands for each item of an array, and * for a name
 *     that is not listed
 * @param code the keyword that refuses, {@code property} for a property that only one knows, {@code schema} for a whole
 *     schema, {@link #UNDECIDED}
 * @param change what changed, the older first; of what is undecided, the reason
 * @param witness a payload that one accepts and the other refuses; null where undecided
 */
public record SchemaBreak(
        String pointer,
        String code,
        String change,
        @Nullable JsonNode witness) {

    /** The code of what could not be decided. */
    public static final String UNDECIDED = "undecided";
}

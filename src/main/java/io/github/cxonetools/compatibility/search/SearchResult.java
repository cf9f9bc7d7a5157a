package io.github.cxonetools.compatibility.search;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a search for one value has come to: exactly one of the three is there.
 *
 * @param value the value that was found
 * @param conflict literals of the goal that no value fits together
 * @param unknown why there is no answer
 */
record SearchResult(
        @Nullable JsonNode value,
        @Nullable Set<Literal> conflict,
        @Nullable String unknown) {

    static SearchResult found(JsonNode value) {
        return new SearchResult(value, null, null);
    }

    static SearchResult none(Set<Literal> conflict) {
        return new SearchResult(null, conflict, null);
    }

    static SearchResult unknown(String reason) {
        return new SearchResult(null, null, reason);
    }
}

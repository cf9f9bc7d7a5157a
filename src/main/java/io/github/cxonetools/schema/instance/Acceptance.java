package io.github.cxonetools.schema.instance;

import java.util.Set;

/**
 * What the runtime takes of one property besides a value.
 *
 * @param absence whether it may be absent
 * @param ofNull whether it may be null
 * @param noNullInside the depths at which what it holds may not be null: 1 for its elements, 2 for what these hold
 * @param depends whether that depends on other properties
 */
public record Acceptance(boolean absence, boolean ofNull, Set<Integer> noNullInside, boolean depends) {

    public Acceptance {
        noNullInside = Set.copyOf(noNullInside);
    }

    Acceptance dependent() {
        return new Acceptance(true, ofNull, noNullInside, true);
    }

    Acceptance dependentForNull() {
        return new Acceptance(absence, true, noNullInside, true);
    }
}

package io.github.cxonetools.schema.instance;

/**
 * What the runtime takes of one property besides a value.
 *
 * @param absence whether it may be absent
 * @param ofNull whether it may be null
 * @param ofNullInside whether its elements may be null
 * @param depends whether that depends on other properties
 */
public record Acceptance(boolean absence, boolean ofNull, boolean ofNullInside, boolean depends) {

    Acceptance dependent() {
        return new Acceptance(true, ofNull, ofNullInside, true);
    }

    Acceptance dependentForNull() {
        return new Acceptance(absence, true, ofNullInside, true);
    }
}

package io.github.cxonetools.compatibility.check;

/** What a break does to the build. */
public enum CompatibilityPolicy {
    /** The version must have risen far enough. */
    SEMVER,
    /** No break, ever. */
    STRICT,
    /** All is said, nothing fails. */
    REPORT
}

package io.github.cxonetools.deployment.pull;

import java.util.List;

/**
 * What became of a tenant's versions in a directory.
 *
 * @param versions in the order in which they were read
 * @param removed name and version of those that the tenant no longer has
 */
public record PullResult(List<VersionOutcome> versions, List<String> removed) {

    /** What became of a version. */
    public enum PullKind {
        WRITTEN,
        UNCHANGED,
        /** The tenant tells too little of it. */
        LEFT_OUT
    }

    /**
     * One version.
     *
     * @param place its folder below the directory, with slashes
     */
    public record VersionOutcome(PulledVersion version, String place, PullKind kind) {}

    /** How many versions this became of. */
    public long count(PullKind kind) {
        return versions.stream().filter(outcome -> outcome.kind() == kind).count();
    }
}

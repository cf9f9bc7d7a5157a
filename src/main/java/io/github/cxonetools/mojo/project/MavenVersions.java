package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.VersionSelection;
import java.util.Comparator;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/** Maven's order and ranges of versions, which the core takes as plain comparators and predicates. */
public final class MavenVersions {

    /** The older first. */
    public static final Comparator<String> ORDER = Comparator.comparing(ComparableVersion::new);

    private MavenVersions() {}

    /** A range if {@code text} begins with {@code [} or {@code (}, else names separated by commas. */
    public static VersionSelection selection(String text) throws RejectedException {
        String versions = text.strip();
        try {
            if (versions.startsWith("[") || versions.startsWith("(")) {
                VersionRange range = VersionRange.createFromVersionSpec(versions);
                return VersionSelection.range(
                        versions, version -> range.containsVersion(new DefaultArtifactVersion(version)));
            }
            return VersionSelection.list(versions);
        } catch (InvalidVersionSpecificationException e) {
            throw new RejectedException(
                    "cxone.versions is \"" + versions + "\", which is not a range of versions. Use one like [1.0,2.0)",
                    e);
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }
}

package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.text.VisibleText;
import java.util.Locale;
import java.util.Set;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jspecify.annotations.Nullable;

/** One artifact in one version, as a user names it: what is promoted is exact. */
public final class ExactArtifact {

    private static final String PART = "[A-Za-z0-9_.-]+";
    private static final String VERSION = "[A-Za-z0-9_.+-]+";
    private static final Set<String> MOVING = Set.of("latest", "release");
    private static final String EXAMPLE = "com.example:routing:1.5.0";

    private final BaselineArtifact artifact;
    private final String version;

    private ExactArtifact(BaselineArtifact artifact, String version) {
        this.artifact = artifact;
        this.version = version;
    }

    /** A module's own artifact in the version of its POM. */
    public static ExactArtifact own(MavenProject module) throws RejectedException {
        return new ExactArtifact(BaselineArtifact.of(module, null), module.getVersion());
    }

    /**
     * The artifact that the parameter {@code artifact} names.
     *
     * @param given {@code groupId:artifactId:version[:extension[:classifier]]}; null where nobody says
     */
    public static ExactArtifact of(@Nullable String given) throws RejectedException {
        if (given == null || given.isBlank()) {
            throw new RejectedException("Promote which artifact? Without a project, set"
                    + " -Dcxone.artifact=groupId:artifactId:version, for example -Dcxone.artifact=" + EXAMPLE);
        }
        String[] parts = given.strip().split(":", -1);
        String version = parts.length > 2 ? parts[2].strip() : "";
        if (MOVING.contains(version.toLowerCase(Locale.ROOT)) || version.startsWith("[") || version.startsWith("(")) {
            throw new RejectedException("cxone.artifact is " + VisibleText.oneLine(given.strip())
                    + ", and what that is changes; a promotion is exact. Name the version, for example " + EXAMPLE);
        }
        if (!given.strip().matches(PART + ":" + PART + ":" + VERSION + "(:" + PART + "(:" + PART + ")?)?")) {
            throw new RejectedException("cxone.artifact is \"" + VisibleText.oneLine(given)
                    + "\". Use groupId:artifactId:version, for example " + EXAMPLE
                    + ", or groupId:artifactId:version:extension:classifier");
        }
        return new ExactArtifact(
                new BaselineArtifact(
                        parts[0], parts[1], parts.length > 3 ? parts[3] : "jar", parts.length > 4 ? parts[4] : ""),
                version);
    }

    /** As the parameter is written. */
    public String label() {
        String extension = artifact.extension();
        String classifier = artifact.classifier();
        return key() + ":" + version
                + (extension.equals("jar") && classifier.isEmpty() ? "" : ":" + extension)
                + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    /** {@code groupId:artifactId}. */
    public String key() {
        return artifact.groupId() + ":" + artifact.artifactId();
    }

    public String version() {
        return version;
    }

    /** Whether it may be another tomorrow. */
    public boolean isSnapshot() {
        return ArtifactUtils.isSnapshot(version);
    }

    BaselineArtifact artifact() {
        return artifact;
    }

    DefaultArtifact toAether() {
        return artifact.version(version);
    }

    @Override
    public String toString() {
        return label();
    }
}

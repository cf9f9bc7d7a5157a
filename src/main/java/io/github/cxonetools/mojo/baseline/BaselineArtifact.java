package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.text.VisibleText;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.jspecify.annotations.Nullable;

/** The artifact whose releases are the baseline: the module's own, or what it was called before. */
record BaselineArtifact(String groupId, String artifactId, String extension, String classifier) {

    private static final String PART = "[A-Za-z0-9_.-]+";

    /** @param given {@code groupId:artifactId[:extension[:classifier]]}; null for the module's own */
    static BaselineArtifact of(MavenProject module, @Nullable String given) throws RejectedException {
        Artifact own = module.getArtifact();
        String extension = own.getArtifactHandler().getExtension();
        String ownExtension = extension == null || extension.equals("pom") ? "jar" : extension;
        if (given == null || given.isBlank()) {
            String classifier = own.getClassifier();
            return new BaselineArtifact(
                    module.getGroupId(), module.getArtifactId(), ownExtension, classifier == null ? "" : classifier);
        }
        if (!given.strip().matches(PART + ":" + PART + "(:" + PART + "(:" + PART + ")?)?")) {
            throw new RejectedException("cxone.baselineArtifact is \"" + VisibleText.oneLine(given)
                    + "\". Use groupId:artifactId, for example com.example:routing, or"
                    + " groupId:artifactId:extension:classifier; which version is said by cxone.baseline");
        }
        String[] parts = given.strip().split(":");
        return new BaselineArtifact(
                parts[0], parts[1], parts.length > 2 ? parts[2] : ownExtension, parts.length > 3 ? parts[3] : "");
    }

    /** Without its version. */
    String label() {
        return groupId + ":" + artifactId + (isPlain() ? "" : ":" + extension)
                + (classifier.isEmpty() ? "" : ":" + classifier);
    }

    String label(String version) {
        return label() + ":" + version;
    }

    private boolean isPlain() {
        return extension.equals("jar") && classifier.isEmpty();
    }

    DefaultArtifact version(String version) {
        return new DefaultArtifact(groupId, artifactId, classifier, extension, version);
    }
}

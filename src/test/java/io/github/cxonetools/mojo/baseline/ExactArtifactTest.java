package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExactArtifactTest {

    @ParameterizedTest
    @CsvSource({
        "com.example:routing:1.5.0, com.example:routing:1.5.0, jar, ''",
        "com.example:routing:1.5.0:jar, com.example:routing:1.5.0, jar, ''",
        "' com.example:routing:1.5.0:war ', com.example:routing:1.5.0:war, war, ''",
        "com.example:routing:1.5.0:jar:contracts, com.example:routing:1.5.0:jar:contracts, jar, contracts",
        "com.example:routing:1.5.0+build.7, com.example:routing:1.5.0+build.7, jar, ''"
    })
    void coordinatesAreReadAndTold(String given, String label, String extension, String classifier) throws Exception {
        ExactArtifact artifact = ExactArtifact.of(given);

        assertThat(artifact.label()).isEqualTo(label);
        assertThat(artifact.toAether().getExtension()).isEqualTo(extension);
        assertThat(artifact.toAether().getClassifier()).isEqualTo(classifier);
        assertThat(artifact.key()).isEqualTo("com.example:routing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LATEST", "RELEASE", "latest", "[1.0,2.0)", "(,1.0]", "[1.5.0]"})
    void whatMovesIsRefused(String version) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ExactArtifact.of("com.example:routing:" + version))
                .withMessage("cxone.artifact is com.example:routing:" + version
                        + ", and what that is changes; a promotion is"
                        + " exact. Name the version, for example com.example:routing:1.5.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "routing",
                "com.example:routing",
                "com.example:routing:",
                "com.example:routing:${version}",
                "com.example:routing:1.0:jar:contracts:more",
                "../x:y:1",
                "com.example::1.0"
            })
    void whatIsNoArtifactIsRefused(String given) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ExactArtifact.of(given))
                .withMessage("cxone.artifact is \"" + given + "\". Use groupId:artifactId:version, for example"
                        + " com.example:routing:1.5.0, or groupId:artifactId:version:extension:classifier");
    }

    @Test
    void withoutAProjectItMustBeSaid() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ExactArtifact.of(null))
                .withMessage(
                        "Promote which artifact? Without a project, set -Dcxone.artifact=groupId:artifactId:version, for"
                                + " example -Dcxone.artifact=com.example:routing:1.5.0");
    }

    @Test
    void aSnapshotIsOneWithAndWithoutItsTimestamp() throws Exception {
        assertThat(ExactArtifact.of("com.example:routing:1.5.0-SNAPSHOT").isSnapshot())
                .isTrue();
        assertThat(ExactArtifact.of("com.example:routing:1.5.0-20260101.120000-1")
                        .isSnapshot())
                .isTrue();
        assertThat(ExactArtifact.of("com.example:routing:1.5.0").isSnapshot()).isFalse();
    }
}

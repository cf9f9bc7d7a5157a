package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.Modules;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whose releases are looked for. */
class BaselineArtifactTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jar||com.example:routing:1.4.0",
                "jar|' '|com.example:routing:1.4.0",
                "war||com.example:routing:war:1.4.0",
                "pom||com.example:routing:1.4.0",
                "jar|org.old:flows|org.old:flows:1.4.0",
                "war|org.old:flows|org.old:flows:war:1.4.0",
                "war|org.old:flows:jar|org.old:flows:1.4.0",
                "jar|org.old:flows:jar:all|org.old:flows:jar:all:1.4.0",
            })
    void itIsTheModulesOwnOrTheOneThatIsNamed(String extension, String given, String label) throws Exception {
        BaselineArtifact artifact = BaselineArtifact.of(module(extension), given);

        assertThat(artifact.label("1.4.0")).isEqualTo(label);
        assertThat(artifact.version("1.4.0").getArtifactId()).isEqualTo(artifact.artifactId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"routing", "a:b:c:d:e", "a:", ":b", "a b:c", "com.example:../x"})
    void whatIsNoArtifactIsRefused(String given) {
        assertThatThrownBy(() -> BaselineArtifact.of(module("jar"), given))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("cxone.baselineArtifact is \"" + given + "\". Use groupId:artifactId");
    }

    private static MavenProject module(String extension) {
        MavenProject module = Modules.module("routing");
        DefaultArtifactHandler handler = new DefaultArtifactHandler(extension);
        handler.setExtension(extension);
        module.setArtifact(
                new DefaultArtifact("com.example", "routing", "1.5.0-SNAPSHOT", null, extension, null, handler));
        return module;
    }
}

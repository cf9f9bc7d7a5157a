package io.github.cxonetools.mojo.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a repository lists, and what is no list. */
class ReleaseMetadataTest {

    @TempDir
    Path directory;

    @Test
    void theVersionsAreThoseOfTheList() throws Exception {
        assertThat(ReleaseMetadata.versions(
                        file("<metadata><groupId>g</groupId><versioning><latest>3</latest><versions>"
                                        + "<version>1.0</version><version> 2.0-rc1 </version></versions></versioning></metadata>")
                                .toFile()))
                .containsExactly("1.0", "2.0-rc1");
        assertThat(ReleaseMetadata.versions(file("<metadata/>").toFile())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "<html><body>Sign in</body></html>",
                "<metadata><versioning>",
                "<metadata><version>1<b/></version></metadata>"
            })
    void whatIsNoListIsRefused(String text) throws Exception {
        Path file = file(text);

        assertThatThrownBy(() -> ReleaseMetadata.versions(file.toFile()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("maven-metadata.xml ");
    }

    @Test
    void entitiesAreNotFollowed() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "9.9");
        Path file = file("<!DOCTYPE metadata [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + "<metadata><version>&e;</version></metadata>");

        assertThatThrownBy(() -> ReleaseMetadata.versions(file.toFile())).isInstanceOf(IOException.class);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("maven-metadata.xml"), text);
    }
}

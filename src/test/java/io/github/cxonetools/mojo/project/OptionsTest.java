package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.mojo.AbstractRemoteMojo;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OptionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"private-key-jwt", "PRIVATE_KEY_JWT", "Private-Key_Jwt", " private-key-jwt "})
    void enumeratedValuesMatchWithoutRegardToCaseAndDashes(String value) throws Exception {
        assertThat(Options.oneOf("authentication", Authentication.class, value))
                .isEqualTo(Authentication.PRIVATE_KEY_JWT);
    }

    @Test
    void anUnknownValueIsAnErrorThatListsTheValidOnes() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> Options.oneOf("authentication", Authentication.class, "password"))
                .withMessage(
                        "cxone.authentication is \"password\". Use client-credentials, private-key-jwt, access-key");
    }

    @Test
    void theHttpVersionIsWrittenWithADot() throws Exception {
        assertThat(Options.oneOf("httpVersion", AbstractRemoteMojo.HttpVersion.class, "http-1.1"))
                .isEqualTo(AbstractRemoteMojo.HttpVersion.HTTP_1_1);
    }

    @Test
    void durationsAreIso8601() throws Exception {
        assertThat(Options.duration("maxWait", "PT2M")).isEqualTo(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"30s", "", "-PT1S", "P1M"})
    void anyOtherDurationIsAnErrorWithAnExample(String value) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> Options.duration("maxWait", value))
                .withMessage("cxone.maxWait is \"" + value + "\". Use an ISO-8601 duration, for example PT30S");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.0,1.1.0", " 1.1.0"})
    void versionsMayBeAListOfNames(String text) throws Exception {
        assertThat(MavenVersions.selection(text).matches()).accepts("1.1.0").rejects("1.2.0");
    }

    @Test
    void versionsMayBeARange() throws Exception {
        assertThat(MavenVersions.selection("[1.0,2.0)").matches())
                .accepts("1.0", "1.9.9")
                .rejects("0.9", "2.0");
    }

    @Test
    void aBrokenRangeIsAnError() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> MavenVersions.selection("[1.0,"))
                .withMessage("cxone.versions is \"[1.0,\", which is not a range of versions. Use one like [1.0,2.0)");
    }
}

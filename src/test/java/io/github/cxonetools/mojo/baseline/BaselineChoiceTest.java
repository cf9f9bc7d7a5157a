package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.RejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a user may write as a baseline. */
class BaselineChoiceTest {

    @Test
    void severalBaselinesAreSeparatedByCommasThatAreInNoRange() throws Exception {
        assertThat(BaselineChoice.parse(" Release, tenant,FILE,1.4.0,[1.0,2.0),(,3.0],v2.1-rc.1,"))
                .extracting(choice -> choice.kind() + " " + choice.text())
                .containsExactly(
                        "RELEASE release",
                        "TENANT tenant",
                        "FILE file",
                        "VERSION 1.4.0",
                        "RANGE [1.0,2.0)",
                        "RANGE (,3.0]",
                        "VERSION v2.1-rc.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "relaese|has \"relaese\", which is not a version. Did you mean release?",
                "tennant, release|Did you mean tenant?",
                "files|Did you mean file?",
                "1.0 2.0|which is not a version. Use release",
                "../1.0|which is not a version",
                "[2.0,1.0]|is not a range of versions. Use one like [1.0,2.0)",
                "[1.0|is not a range of versions",
                "1.4.0-SNAPSHOT|what a snapshot is changes. Compare with a release",
                "1.4.0-20261129.083200-1|what a snapshot is changes",
            })
    void whatIsNoBaselineIsRefused(String baseline, String problem) {
        assertThatThrownBy(() -> BaselineChoice.parse(baseline))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("cxone.baseline ")
                .hasMessageContaining(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", " , "})
    void anEmptyBaselineIsNoPass(String baseline) {
        assertThatThrownBy(() -> BaselineChoice.parse(baseline))
                .isInstanceOf(RejectedException.class)
                .hasMessage("cxone.baseline is empty. Use release, tenant, file, a version or a range");
    }
}

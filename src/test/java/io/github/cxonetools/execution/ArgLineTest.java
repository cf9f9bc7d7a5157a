package io.github.cxonetools.execution;

import io.github.cxonetools.action.RejectedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ArgLineTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | ``",
                "`  ` | ``",
                "-Xmx64m  -ea | -Xmx64m,-ea",
                "-Da='b c' \"-Dd=e f\" | -Da=b c,-Dd=e f",
                "-Da=\"it's\" | -Da=it's",
                "-javaagent:C:\\repo\\agent.jar=x | -javaagent:C:\\repo\\agent.jar=x",
            })
    void splitsAtSpacesOutsideQuotes(String line, String options) throws Exception {
        assertThat(String.join(",", ArgLine.split(line))).isEqualTo(options);
    }

    @Test
    void keepsAnEmptyOption() throws Exception {
        assertThat(ArgLine.split("-a '' b")).containsExactly("-a", "", "b");
    }

    @Test
    void refusesAnOpenQuoteWithoutRepeatingWhatMayBeASecret() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ArgLine.split("-Dpassword='s3cr3t"))
                .withMessage("argLine has a ' that is not closed. Close it, or leave it out");
    }

    @Test
    void knowsADebugger() {
        assertThat(ArgLine.opensDebugger(List.of("-ea", "-agentlib:jdwp=server=y")))
                .isTrue();
        assertThat(ArgLine.opensDebugger(List.of("-ea", "-agentlib:hprof"))).isFalse();
    }
}

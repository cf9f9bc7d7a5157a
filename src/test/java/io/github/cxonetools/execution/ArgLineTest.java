package io.github.cxonetools.execution;

import io.github.cxonetools.action.RejectedException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.codehaus.plexus.util.cli.CommandLineException;
import org.codehaus.plexus.util.cli.CommandLineUtils;
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

    /** But for empty options at an end, which that library loses. */
    @Test
    void splitsAsSurefiresLibraryDoes() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder line = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                line.append("ab-\\= \"'".charAt(random.nextInt(8)));
            }
            String text = line.toString();
            List<String> expected = null;
            try {
                expected = withoutEmpty(List.of(CommandLineUtils.translateCommandline(text)));
            } catch (CommandLineException e) {
                assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> ArgLine.split(text));
            }
            if (expected != null) {
                assertThat(withoutEmpty(ArgLine.split(text))).as(text).isEqualTo(expected);
            }
        }
    }

    private static List<String> withoutEmpty(List<String> options) {
        return options.stream().filter(option -> !option.isEmpty()).toList();
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

    @ParameterizedTest
    @CsvSource({
        "-agentlib:jdwp=transport=dt_socket, true",
        "-agentlib:jdwp, true",
        "-Xrunjdwp:transport=dt_socket, true",
        "-agentpath:/opt/jdk/lib/libjdwp.so=transport=dt_socket, true",
        "-agentpath:C:\\jdk\\bin\\jdwp.dll=transport=dt_socket, true",
        "-agentlib:hprof, false",
        "-agentlib:jdwpx, false",
        "-javaagent:/repo/jdwp/agent.jar=x, false",
        "-Dnote=-agentlib:jdwp, false",
        "-Xdebug, false",
    })
    void tellsOptionsThatOpenADebugger(String option, boolean debugger) {
        assertThat(ArgLine.opensDebugger(List.of("-ea", option), Map.of())).isEqualTo(debugger);
    }

    @ParameterizedTest
    @CsvSource({
        "JAVA_TOOL_OPTIONS, true",
        "JDK_JAVA_OPTIONS, true",
        "_JAVA_OPTIONS, true",
        "MAVEN_OPTS, false",
    })
    void knowsADebuggerThatEveryJvmOfTheEnvironmentOpens(String variable, boolean debugger) {
        assertThat(ArgLine.opensDebugger(List.of(), Map.of(variable, "-ea \"-agentlib:jdwp=server=y\"")))
                .isEqualTo(debugger);
        assertThat(ArgLine.opensDebugger(List.of(), Map.of(variable, "-ea '-not closed")))
                .isFalse();
    }
}

package io.github.cxonetools.mojo.project;

import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleStylesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-l build.log verify",
                " verify --log-file build.log",
                " verify --log-file=build.log",
                "verify -Dstyle.color=never"
            })
    void writesPlainTextWhereMavenDoes(String words) {
        assertThat(ConsoleStyles.isPlain(request(words))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " verify", " -llr verify", " verify -Dx=a-l", " verify -Dstyle.color=always"})
    void leavesColoursToTheConsoleWhereNobodyTurnsThemOff(String words) {
        assertThat(ConsoleStyles.isPlain(request(words))).isFalse();
    }

    private static MavenExecutionRequest request(String words) {
        Properties system = new Properties();
        system.setProperty("env.MAVEN_CMD_LINE_ARGS", words);
        Properties user = new Properties();
        int color = words.indexOf("style.color=");
        if (color >= 0) {
            user.setProperty("style.color", words.substring(color + "style.color=".length()));
        }
        return new DefaultMavenExecutionRequest().setSystemProperties(system).setUserProperties(user);
    }
}

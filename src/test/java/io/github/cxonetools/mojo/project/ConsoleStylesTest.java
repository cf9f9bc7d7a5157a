package io.github.cxonetools.mojo.project;

import io.github.cxonetools.report.text.ConsoleStyle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ConsoleStylesTest {

    private static final MavenConsole WIDE = new MavenConsole(true, 140);

    private final Map<String, String> environment = new HashMap<>();
    private boolean isTerminal = true;
    private MavenConsole maven = WIDE;
    private Charset charset = StandardCharsets.UTF_8;

    @ParameterizedTest
    @ValueSource(strings = {"", " verify", " -llr verify", " verify -Dx=a-l", " verify -Dstyle.color=always"})
    void followsTheTerminal(String words) {
        assertThat(style(words)).isEqualTo(ConsoleStyle.ofColumns(true, true, 140));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-l build.log verify",
                " verify --log-file build.log",
                " verify --log-file=build.log",
                "-B verify",
                "CI",
                "no terminal"
            })
    void writesTheSameLogEverywhere(String words) {
        isTerminal = !words.equals("no terminal");
        environment.put("COLUMNS", "90");
        if (words.equals("CI")) {
            environment.put("CI", "true");
        }

        ConsoleStyle wide = style(words);
        maven = new MavenConsole(true, 80);

        assertThat(wide).isEqualTo(style(words)).isEqualTo(ConsoleStyle.log(true));
        assertThat(wide.colour()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify -Dstyle.color=never", "verify -Dmaven.style.color=none", "NO_COLOR"})
    void keepsTheWidthWhereColourAloneIsTurnedOff(String words) {
        if (words.equals("NO_COLOR")) {
            environment.put("NO_COLOR", "1");
        } else {
            maven = new MavenConsole(false, 140);
        }

        assertThat(style(words)).isEqualTo(ConsoleStyle.ofColumns(false, true, 140));
    }

    @Test
    void takesTheWordOfTheShellWhereMavenKnowsNoWidth() {
        maven = new MavenConsole(true, 0);
        assertThat(style("").width()).isEqualTo(ConsoleStyle.PLAIN.width());

        environment.put("COLUMNS", "100");
        assertThat(style("")).isEqualTo(ConsoleStyle.ofColumns(true, true, 100));
        environment.put("COLUMNS", "wide");
        assertThat(style("").width()).isEqualTo(ConsoleStyle.PLAIN.width());
    }

    @Test
    void hasNoColourWhereMavenHasNone() {
        maven = new MavenConsole(false, 140);

        assertThat(style("")).isEqualTo(ConsoleStyle.log(true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"US-ASCII", "ISO-8859-1", "windows-1252"})
    void staysWithAsciiWhereTheStreamKnowsNoMore(String name) {
        charset = Charset.forName(name);

        assertThat(style("").unicode()).isFalse();
        assertThat(style("-B verify").unicode()).isFalse();
    }

    @Test
    void asksMavenForColourAndWidth() {
        ClassLoader loader = getClass().getClassLoader();

        assertThat(MavenConsole.of(Known.class.getName(), loader)).isEqualTo(new MavenConsole(true, 97));
        assertThat(MavenConsole.of(Object.class.getName(), loader)).isNull();
        assertThat(MavenConsole.of("org.example.Missing", loader)).isNull();
    }

    @Test
    void keepsTheColourWhereTheWidthCannotBeAsked() {
        assertThat(MavenConsole.of(WithoutNatives.class.getName(), getClass().getClassLoader()))
                .isEqualTo(new MavenConsole(true, 0));
    }

    @Test
    void readsWhatSttySays() {
        assertThat(TerminalSize.columns("echo", "50 132")).isEqualTo(132);
        assertThat(TerminalSize.columns("echo", "0 0")).isZero();
        assertThat(TerminalSize.columns("echo", "stty: no terminal")).isZero();
        assertThat(TerminalSize.columns("no-such-command-here")).isZero();
        assertThat(TerminalSize.columns("sleep", "9")).isZero();
    }

    /** Like Maven's class with a Jansi that lacks its library. */
    public static final class WithoutNatives {

        public static boolean isColorEnabled() {
            return true;
        }

        public static int getTerminalWidth() {
            throw new UnsatisfiedLinkError();
        }
    }

    /** Has what Maven's own class has. */
    public static final class Known {

        public static boolean isColorEnabled() {
            return true;
        }

        public static int getTerminalWidth() {
            return 97;
        }
    }

    private ConsoleStyle style(String words) {
        return ConsoleStyles.of(request(words), environment, isTerminal, maven, charset);
    }

    private static MavenExecutionRequest request(String words) {
        Properties system = new Properties();
        system.setProperty("env.MAVEN_CMD_LINE_ARGS", words);
        Properties user = new Properties();
        for (String name : new String[] {"style.color", "maven.style.color"}) {
            int color = words.indexOf("-D" + name + "=");
            if (color >= 0) {
                user.setProperty(name, words.substring(color + name.length() + 3));
            }
        }
        return new DefaultMavenExecutionRequest()
                .setSystemProperties(system)
                .setUserProperties(user)
                .setInteractiveMode(!words.contains("-B"));
    }
}

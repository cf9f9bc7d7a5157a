package io.github.cxonetools.text;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisibleTextTest {

    @Test
    void oneLineShowsWhatATerminalWouldObey() {
        assertThat(VisibleText.oneLine("a\u001b[2J\n[INFO] BUILD SUCCESS\t\u202Eb\u2066\u2028\u0085\uD800é👩‍💻"))
                .isEqualTo("a\\u001B[2J\\n[INFO] BUILD SUCCESS\\t\\u202Eb\\u2066\\u2028\\u0085\\uD800é👩‍💻");
    }

    @Test
    void whatCannotBeSeenBeyondFourDigitsIsWrittenAsJsonReadsIt() {
        String tag = Character.toString(0xE0041);
        assertThat(VisibleText.oneLine("a" + tag + "1")).isEqualTo("a\\uDB40\\uDC411");
        assertThat(VisibleText.forXml("a" + tag + "1")).isEqualTo("a\\uDB40\\uDC411");
        assertThat(ShellWord.quoted("a" + tag + "1")).isEqualTo("$'a\\U000E00411'");
    }

    @Test
    void xmlKeepsLinesAndShowsWhatCannotBeSeen() {
        assertThat(VisibleText.forXml("a\n\tb\u0000\u202E\u2029\r")).isEqualTo("a\n\tb\\u0000\\u202E\\u2029\\u000D");
    }

    @Test
    void theConsoleKeepsLinesAndOwnColoursOnly() {
        assertThat(VisibleText.onConsole(
                        "2 findings:\n  - a\n  - b \u001b[31mred\u001b[0m \u001b[2J\u001b[8m\r\u202E é"))
                .isEqualTo("2 findings:\n  - a\n  - b \u001b[31mred\u001b[0m \\u001B[2J\\u001B[8m\\u000D\\u202E é");
    }

    @Test
    void noLineLooksLikeMavens() {
        assertThat(VisibleText.onConsole("id 7\n[INFO] BUILD SUCCESS\n  [ERROR] x\n[x]"))
                .isEqualTo("id 7\\n[INFO] BUILD SUCCESS\\n  [ERROR] x\n[x]");
    }

    @Test
    void aWordIsQuotedForAShell() {
        assertThat(ShellWord.quoted("-Dcxone.action=A_1.0-x")).isEqualTo("-Dcxone.action=A_1.0-x");
        assertThat(ShellWord.quoted("-Da=1; rm -rf ~")).isEqualTo("'-Da=1; rm -rf ~'");
        assertThat(ShellWord.quoted("it's $(x) `y`")).isEqualTo("'it'\\''s $(x) `y`'");
        assertThat(ShellWord.quoted("a\nb'\\")).isEqualTo("$'a\\nb\\'\\\\'");
        assertThat(ShellWord.quoted("")).isEqualTo("''");
    }
}

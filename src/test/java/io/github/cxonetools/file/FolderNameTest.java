package io.github.cxonetools.file;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Names that a tenant may have, on every file system. */
class FolderNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"Routing", "1.0.0-rc.1+build_7", "a", "console", "com10"})
    void whatEveryFileSystemTakesStays(String text) {
        assertThat(FolderName.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "..             | %2E%2E",
                ".              | %2E",
                "../../x        | %2E.%2F..%2Fx",
                "a/b            | a%2Fb",
                "a\\b           | a%5Cb",
                "/etc/passwd    | %2Fetc%2Fpasswd",
                "C:             | C%3A",
                "x.             | x%2E",
                "CON            | %43ON",
                "nul.txt        | %6Eul.txt",
                "com1           | %63om1",
                "-rf            | %2Drf",
                "~              | %7E",
                "50%            | 50%25",
                "*?<>\"|%2A%3F%3C%3E%22",
                "Grüße          | Gr%C3%BC%C3%9Fe",
                "``             | %",
            })
    void allElseIsEscaped(String text, String name) {
        assertThat(FolderName.of(text)).isEqualTo(name);
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(FolderName.of("a\u0000b\nc\u001Bd\u202Ee")).isEqualTo("a%00b%0Ac%1Bd%E2%80%AEe");
    }

    @Test
    void noTextLeadsOutOfItsParent() {
        Path parent = Path.of("parent").toAbsolutePath();
        for (String text :
                List.of("", "..", ".", "/", "../..", "a/../../b", "\\..\\", "\u0000", " ", "C:\\x", "~", "con.")) {
            for (String name : List.of(FolderName.of(text), FolderName.distinct(text))) {
                Path folder = parent.resolve(name);
                assertThat(folder.normalize()).isEqualTo(folder);
                assertThat(folder.getParent()).isEqualTo(parent);
            }
        }
    }

    @Test
    void namesThatAreTooLongKeepTheirBeginningAndDiffer() {
        String one = "x".repeat(5000);
        String other = "x".repeat(4999) + "y";

        assertThat(FolderName.of(one)).hasSize(73).startsWith("xxx");
        assertThat(FolderName.of(other)).hasSize(73).isNotEqualTo(FolderName.of(one));
        assertThat(FolderName.of("x".repeat(100))).isEqualTo("x".repeat(100));
    }

    @Test
    void distinctNamesDifferAlsoWhereCaseMakesNoDifference() {
        Set<String> names = new HashSet<>();
        for (String text : List.of("Routing", "routing", "ROUTING", "\uD800", "\uD801", "?")) {
            names.add(FolderName.distinct(text).toLowerCase(Locale.ROOT));
        }
        names.add(FolderName.distinct("Routing", "id-1").toLowerCase(Locale.ROOT));
        names.add(FolderName.distinct("Routing", "id-2").toLowerCase(Locale.ROOT));

        assertThat(names).hasSize(8);
    }
}

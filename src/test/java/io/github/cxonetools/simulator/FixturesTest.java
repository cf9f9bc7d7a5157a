package io.github.cxonetools.simulator;

import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FixturesTest {

    @TempDir
    Path folder;

    @Test
    void findsPayloadsWithTheirExpectationsInOrder() throws Exception {
        write("B/one.json");
        write("A/two.json");
        write("A/one.json");
        write("A/one.expected.json");

        assertThat(find(null)).extracting(Fixture::label).containsExactly("A/one", "A/two", "B/one");
        assertThat(find(null).get(0).expectation()).isEqualTo(folder.resolve("A/one.expected.json"));
        assertThat(find(null).get(1).expectation()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A/* | A/one A/two",
                "*/one | A/one B/one",
                "A/two | A/two",
                "{A/two,B/one} | A/two B/one",
                "C/* | ''",
            })
    void selectsByAPatternOnActionAndCase(String glob, String labels) throws Exception {
        write("A/one.json");
        write("A/two.json");
        write("B/one.json");

        assertThat(String.join(" ", find(glob).stream().map(Fixture::label).toList()))
                .isEqualTo(labels);
    }

    @Test
    void findsNothingWhereThereIsNoFolder() throws Exception {
        assertThat(Fixtures.find(folder.resolve("none"), List.of("A"), null)).isEmpty();
    }

    @Test
    void refusesAPatternThatIsNone() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find("{A"))
                .withMessageStartingWith("cxone.fixture: \"{A\" is no pattern")
                .withNoCause();
    }

    @Test
    void passesOverNotesAndHiddenFiles() throws Exception {
        write("A/README.md");
        write("A/.one.json");
        write("README.md");

        assertThat(find(null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A/one.expected.json, expects something of a fixture that is not there. Add one.json",
        "Other/one.json, no action is named Other",
        "one.json, lies in no action's folder",
        "A/more/one.json, a folder in an action's folder",
    })
    void saysWhatCannotBePlayed(String file, String finding) throws Exception {
        write(file);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find(null))
                .withMessageContaining(finding);
    }

    @Test
    void saysWhatIsNamedLikeAFixtureAndIsNoFile() throws Exception {
        write("A/deep.json/one.json");
        write("A/two.json");
        Files.createDirectory(folder.resolve("A/two.expected.json"));
        write("A/three.JSON");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find(null))
                .withMessageContaining("(3 findings)")
                .withMessageContaining("deep.json: is no file")
                .withMessageContaining("two.expected.json: is no file")
                .withMessageContaining("three.JSON: would be a fixture if its name ended in .json. Rename it");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void doesNotWaitForAPipeThatNobodyWritesTo() throws Exception {
        write("A/one.json");
        new ProcessBuilder("mkfifo", folder.resolve("A/pipe.json").toString())
                .start()
                .waitFor();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find(null))
                .withMessageEndingWith("pipe.json: is no file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhichNameTheMachinesCharacterSetCannotWrite() throws Exception {
        write("A/one.json");
        new ProcessBuilder("sh", "-c", "echo {} > \"$(printf 'bad\\377').json\"")
                .directory(folder.resolve("A").toFile())
                .start()
                .waitFor();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find("A/*"))
                .withMessageContaining("bad")
                .withMessageEndingWith(".json: its name is not in this machine's character set ("
                        + System.getProperty("sun.jnu.encoding") + "). Rename it, or set LC_ALL=C.UTF-8");
    }

    @Test
    void playsWhatBeginsWithTwoDots() throws Exception {
        write("A/..one.json");

        assertThat(find("A/*")).extracting(Fixture::label).containsExactly("A/..one");
    }

    @Test
    void refusesALinkToItself() throws Exception {
        write("A/one.json");
        Files.createSymbolicLink(folder.resolve("A/loop.json"), folder.resolve("A/loop.json"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find(null))
                .withMessageContaining("loop.json: a link to nowhere");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void keepsNamesApartThatDifferInCaseOnly() throws Exception {
        write("A/one.json");
        write("A/One.json");
        write("A/One.expected.json");

        assertThat(find(null)).extracting(Fixture::label).containsExactly("A/One", "A/one");
        assertThat(find(null))
                .extracting(fixture -> fixture.expectation() != null)
                .containsExactly(true, false);
    }

    @Test
    void takesABlankPatternForNone() throws Exception {
        write("A/one.json");

        assertThat(find(" ")).hasSize(1);
    }

    @Test
    void refusesLinksOutOfTheFolderAndToNowhere(@TempDir Path elsewhere) throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("secret.json"), "{}");
        write("A/within.json");
        Files.createSymbolicLink(folder.resolve("A/inner.json"), folder.resolve("A/within.json"));
        Files.createSymbolicLink(folder.resolve("A/outer.json"), secret);
        Files.createSymbolicLink(folder.resolve("A/nowhere.json"), elsewhere.resolve("none"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find(null))
                .withMessageContaining("(2 findings)")
                .withMessageContaining("outer.json: a link out of the fixtures' folder")
                .withMessageContaining("nowhere.json: a link to nowhere");
    }

    @Test
    void doesNotFollowALinkedActionFolderOutOfTheFolder(@TempDir Path elsewhere) throws Exception {
        Files.writeString(elsewhere.resolve("secret.json"), "{}");
        Files.createSymbolicLink(folder.resolve("A"), elsewhere);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> find(null))
                .withMessageContaining("A: a link out of the fixtures' folder");
    }

    @Test
    void readsAPayloadUpToTheLimit() throws Exception {
        Fixture fixture = new Fixture("A", "one", write("A/one.json"), null);

        assertThat(Fixtures.read(fixture, 2)).hasSize(2);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> Fixtures.read(fixture, 1))
                .withMessageEndingWith("one.json: larger than 1 bytes (maxPayloadBytes)");
    }

    private List<Fixture> find(String glob) throws Exception {
        return Fixtures.find(folder, List.of("A", "B"), glob);
    }

    private Path write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "{}");
    }
}

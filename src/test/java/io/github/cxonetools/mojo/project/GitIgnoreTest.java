package io.github.cxonetools.mojo.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class GitIgnoreTest {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "# .cxone/*.lock, true",
        "*.class, true",
        "/.cxone/*.lock, true",
        ".cxone/*.lock, true",
        "module/.cxone/*.lock, false",
        "**/.cxone/*.lock, false",
        "*.lock, false",
        ".cxone/, false",
        "/module/.cxone, false",
        "*.json.lock, false"
    })
    void aRuleIsReadAsGitReadsIt(String rule, boolean misses) throws Exception {
        Files.createDirectory(root.resolve(".git"));
        Files.writeString(root.resolve(".gitignore"), rule + "\n");

        assertThat(GitIgnore.misses(root.resolve("module/.cxone/receipts.json.lock")))
                .isEqualTo(misses);
    }

    @Test
    void rulesOnTheWayCountAndCanBeTakenBack() throws Exception {
        Files.createDirectories(root.resolve(".git/info"));
        Files.createDirectory(root.resolve("module"));
        Path lock = root.resolve("module/.cxone/receipts.json.lock");
        Files.writeString(root.resolve("module/.gitignore"), "*.lock\n!.cxone/receipts.json.lock\n");
        assertThat(GitIgnore.misses(lock)).isTrue();

        Files.writeString(root.resolve(".git/info/exclude"), "*.lock\n");
        assertThat(GitIgnore.misses(lock)).isFalse();
    }

    @Test
    void outsideOfAWorkTreeNothingIsMissed() {
        assertThat(GitIgnore.misses(root.resolve(".cxone/tenant/credentials.json")))
                .isFalse();
    }

    @Test
    void anEntryBeginsAtTheRootOfTheWorkTree() throws Exception {
        Files.createDirectory(root.resolve(".git"));

        assertThat(GitIgnore.entry(root.resolve("module/.cxone/tenant"))).isEqualTo("module/.cxone/tenant");
    }
}

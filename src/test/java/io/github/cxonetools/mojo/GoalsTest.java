package io.github.cxonetools.mojo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A goal reads parameters and asks others to do the work. */
class GoalsTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/cxonetools/mojo");
    private static final int LONGEST = 40;

    /** A field that Maven fills, with what is said about it. */
    private static final Pattern PARAMETER =
            Pattern.compile(" {4}(?:/\\*\\*\\n(?: {5}\\*[^\\n]*\\n)+ {4})?@Parameter.*?;\\n", Pattern.DOTALL);

    @Test
    void goalsHaveThreeBases() throws Exception {
        assertThat(sources("Abstract"))
                .extracting(file -> file.getFileName().toString())
                .containsExactly("AbstractActionsMojo.java", "AbstractCxoneMojo.java", "AbstractRemoteMojo.java");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void aGoalIsShortBesidesItsParameters(Path goal) throws Exception {
        String source = Files.readString(goal);
        String type = source.substring(source.indexOf("{\n", source.indexOf("\npublic class ")) + 2);
        assertThat(PARAMETER.matcher(type).results()).isNotEmpty();

        long lines = PARAMETER
                .matcher(type)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !line.equals("}"))
                .count();

        assertThat(lines).isBetween(5L, (long) LONGEST);
    }

    static List<Path> goals() throws IOException {
        return sources("").stream()
                .filter(file -> !file.getFileName().toString().startsWith("Abstract"))
                .toList();
    }

    private static List<Path> sources(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> file.getFileName().toString().matches(prefix + "\\w*Mojo\\.java"))
                    .sorted()
                    .toList();
        }
    }
}

package io.github.cxonetools.report.text;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RelativePathTest {

    private static final Path BASE = Path.of("target/project").toAbsolutePath();

    @Test
    void filesOneAfterAnotherHaveTheNamesThatEachHasByItself() {
        RelativePath paths = new RelativePath(BASE);

        for (Path file : List.of(
                BASE.resolve("fixtures/A/one.json"),
                BASE.resolve("fixtures/A/two.json"),
                BASE.resolve("fixtures/../fixtures/A/two.json"),
                BASE.resolve("B/two.json"),
                BASE.resolve("pom.xml"),
                BASE.resolveSibling("other/one.json"),
                Path.of("target/project/fixtures/A/one.json"),
                Path.of("one.json"),
                Path.of("/one.json"))) {
            assertThat(paths.of(file)).isEqualTo(RelativePath.of(file, BASE));
        }
        assertThat(paths.of(BASE.resolve("fixtures/A/one.json"))).isEqualTo("fixtures/A/one.json");
    }
}

package io.github.cxonetools.schema.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Maven may run on a JRE. This class has a comment to read. */
class WithoutCompilerTest {

    private static final SourceRoots ROOTS =
            new SourceRoots(List.of(Path.of("src/test/java").toAbsolutePath()), StandardCharsets.UTF_8);

    static Stream<Supplier<JavaCompiler>> missing() {
        return Stream.of(() -> null, () -> {
            throw new NoClassDefFoundError("javax/tools/ToolProvider");
        });
    }

    @ParameterizedTest
    @MethodSource("missing")
    void nothingIsReadAndThatIsKnown(Supplier<JavaCompiler> compilers) {
        try (SourceComments comments = SourceComments.of(ROOTS, compilers)) {
            assertThat(comments.ofClass(WithoutCompilerTest.class)).isEmpty();
            assertThat(comments.lackedCompiler()).isTrue();
            assertThat(comments.reached()).contains("io/github/cxonetools/schema/source/WithoutCompilerTest.java");
        }
    }

    @Test
    void aCompilerReadsIt() {
        try (SourceComments comments = SourceComments.of(ROOTS, ToolProvider::getSystemJavaCompiler)) {
            assertThat(comments.ofClass(WithoutCompilerTest.class))
                    .isEqualTo("Maven may run on a JRE. This class has a comment to read.");
            assertThat(comments.lackedCompiler()).isFalse();
        }
    }

    @Test
    void nothingIsLackedWhereNoFileHasComments() {
        try (SourceComments comments = SourceComments.of(SourceRoots.NONE, () -> null)) {
            assertThat(comments.ofClass(WithoutCompilerTest.class)).isEmpty();
            assertThat(comments.lackedCompiler()).isFalse();
        }
    }
}

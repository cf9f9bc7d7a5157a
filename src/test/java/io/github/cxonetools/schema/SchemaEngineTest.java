package io.github.cxonetools.schema;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the type, a definition of ours answers for it or refuses it: what victools makes by reflection is untrue. */
class SchemaEngineTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.Void",
                "java.lang.Number",
                "java.lang.CharSequence",
                "java.lang.Record",
                "java.lang.Thread",
                "java.lang.Runnable",
                "java.lang.Comparable<java.lang.String>",
                "java.lang.Iterable<java.lang.String>",
                "java.util.Iterator<java.lang.String>",
                "java.util.stream.Stream<java.lang.String>",
                "java.util.function.Supplier<java.lang.String>",
                "java.util.concurrent.atomic.AtomicReference<java.lang.String>",
                "java.util.concurrent.CompletableFuture<java.lang.String>",
                "java.util.Map.Entry<java.lang.String, java.lang.Integer>",
                "java.util.Optional<java.util.Optional<java.lang.String>>",
                "java.util.List<? extends java.lang.Number>",
                "java.lang.annotation.Annotation",
                "java.lang.annotation.RetentionPolicy",
                "java.lang.ref.WeakReference<java.lang.String>",
                "java.lang.String[][]",
                "int[][]",
            })
    void everyTypeHasADefinitionOrIsRefused(String type) throws Exception {
        for (Runtimes runtime : Runtimes.values()) {
            TestProject project = new TestProject(directory.resolve(runtime.name())).on(runtime.libraries());

            assertThat(isDescribedOrRefused(project, type + "[]", "java.lang.String"))
                    .isTrue();
            assertThat(isDescribedOrRefused(project, "java.lang.String", type + "[]"))
                    .isTrue();
        }
    }

    private static boolean isDescribedOrRefused(TestProject project, String input, String output)
            throws CxoneException {
        try {
            return !project.generate(TestProject.types("A", input, output)).isEmpty();
        } catch (RejectedException e) {
            return e.getMessage() != null && e.getMessage().startsWith("A: ");
        }
    }
}

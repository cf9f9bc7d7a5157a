package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.compatibility.check.CompatibilityRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check} is asked for, by the names of its parameters.
 *
 * @param rules how contracts are compared and judged
 * @param schemaDirectory where this build's contracts are
 * @param outputs where this goal writes
 */
public record CheckRequest(
        String baseline,
        @Nullable String baselineArtifact,
        @Nullable String baselineVersionPattern,
        Path baselineDirectory,
        boolean record,
        OnMissingBaseline onMissingBaseline,
        CompatibilityRules rules,
        Path schemaDirectory,
        Outputs outputs) {

    /**
     * Where what came of it is written.
     *
     * @param directory for results and pages
     * @param reportsDirectory for JUnit XML
     */
    public record Outputs(Path directory, Path reportsDirectory) {}

    /** Where there is no contract to compare with. */
    public enum OnMissingBaseline {
        WARN,
        FAIL,
        IGNORE
    }
}

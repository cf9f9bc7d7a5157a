package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.compatibility.check.CompatibilityRules;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code check} is asked for, by the names of its parameters.
 *
 * @param rules how contracts are compared and judged
 * @param schemaDirectory where this build's contracts are
 * @param outputDirectory where results are written
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
        Path outputDirectory) {

    /** Where there is no contract to compare with. */
    public enum OnMissingBaseline {
        WARN,
        FAIL,
        IGNORE
    }
}

package io.github.cxonetools.mojo.promotion;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code promote} is asked for, by the names of its parameters.
 *
 * @param artifact null for the module's own
 * @param names of the actions; empty for all
 * @param handlerUrls by the names of actions
 * @param sourceServerId null where it was not set
 * @param gate of no effect where none of its parameters is set
 * @param outputDirectory where {@code deployment.json} and {@code plan.json} are written
 */
public record PromotionRequest(
        @Nullable String artifact,
        Set<String> names,
        @Nullable String handlerUrl,
        Map<String, String> handlerUrls,
        @Nullable String sourceBaseUrl,
        @Nullable String sourceServerId,
        SourceGate gate,
        Path outputDirectory) {}

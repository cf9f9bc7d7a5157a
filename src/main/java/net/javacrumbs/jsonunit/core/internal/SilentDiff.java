package net.javacrumbs.jsonunit.core.internal;

import net.javacrumbs.jsonunit.core.Configuration;
import org.jspecify.annotations.Nullable;

/**
 * JsonUnit's comparison without JsonUnit's loggers: under {@code -X} they print both documents whole, and documents are payloads.
 * Only from within JsonUnit's own package can a comparison be made without them.
 */
public final class SilentDiff {

    private SilentDiff() {}

    /** As {@link Diff#create(Object, Object, String, String, Configuration)} at the root, and nothing is logged. */
    public static Diff create(
            Object expected, @Nullable Object actual, String actualName, Configuration configuration) {
        return new Diff(
                JsonUtils.convertToJson(JsonUtils.quoteIfNeeded(expected), "expected", true),
                JsonUtils.convertToJson(actual, actualName, false),
                Path.create("", JsonUtils.getPathPrefix(actual)),
                configuration,
                JsonUnitLogger.NULL_LOGGER,
                JsonUnitLogger.NULL_LOGGER,
                Diff.DEFAULT_DIFFERENCE_STRING);
    }
}

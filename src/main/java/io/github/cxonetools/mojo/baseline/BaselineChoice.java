package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.NearestName;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;

/**
 * One entry of the parameter {@code baseline}.
 *
 * @param text the entry; the version or the range itself, where it is one
 */
record BaselineChoice(BaselineKind kind, String text) {

    private static final List<String> WORDS = List.of("file", "release", "tenant");

    /** What can be compared with. */
    enum BaselineKind {
        /** The newest release below this version. */
        RELEASE,
        /** The active version of a tenant. */
        TENANT,
        /** Recorded contracts. */
        FILE,
        /** A released version. */
        VERSION,
        /** The newest release in a range, and below this version. */
        RANGE
    }

    /** Reads entries separated by commas, none of which is within a range. */
    static List<BaselineChoice> parse(String baseline) throws RejectedException {
        List<BaselineChoice> choices = new ArrayList<>();
        for (String entry : baseline.split(",(?![^\\[(]*[\\])])")) {
            if (!entry.isBlank()) {
                choices.add(of(entry.strip()));
            }
        }
        if (choices.isEmpty()) {
            throw new RejectedException("cxone.baseline is empty. Use release, tenant, file, a version or a range");
        }
        return choices;
    }

    private static BaselineChoice of(String entry) throws RejectedException {
        String word = entry.toLowerCase(Locale.ROOT);
        if (WORDS.contains(word)) {
            return new BaselineChoice(BaselineKind.valueOf(word.toUpperCase(Locale.ROOT)), word);
        }
        if (entry.startsWith("[") || entry.startsWith("(")) {
            requireRange(entry);
            return new BaselineChoice(BaselineKind.RANGE, entry);
        }
        if (!entry.matches("[vVrR]?\\d[\\w.+-]*")) {
            throw new RejectedException("cxone.baseline has \"" + VisibleText.oneLine(entry)
                    + "\", which is not a version. " + meant(entry)
                    + "Use release, tenant, file, a version like 1.4.0, or a range like [1.0,2.0)");
        }
        if (ArtifactUtils.isSnapshot(entry)) {
            throw new RejectedException("cxone.baseline has " + entry
                    + ", and what a snapshot is changes. Compare with a release, for example -Dcxone.baseline=release");
        }
        return new BaselineChoice(BaselineKind.VERSION, entry);
    }

    private static String meant(String entry) {
        String nearest = NearestName.of(entry, WORDS);
        return NearestName.isMistyped(entry, nearest) ? "Did you mean " + nearest + "? " : "";
    }

    private static void requireRange(String entry) throws RejectedException {
        try {
            VersionRange.createFromVersionSpec(entry);
        } catch (InvalidVersionSpecificationException e) {
            throw new RejectedException(
                    "cxone.baseline has \"" + VisibleText.oneLine(entry)
                            + "\", which is not a range of versions. Use one like [1.0,2.0)",
                    e);
        }
    }
}

package io.github.cxonetools.deployment;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which versions are meant.
 *
 * @param text as the user wrote it
 * @param matches whether a version is meant
 * @param named versions that are named one by one, and so must exist; empty for a range
 */
public record VersionSelection(String text, Predicate<String> matches, Set<String> named) {

    /** The versions of a comma-separated list. */
    public static VersionSelection list(String text) {
        Set<String> named = new TreeSet<>(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(version -> !version.isEmpty())
                .toList());
        if (named.isEmpty()) {
            throw new IllegalArgumentException(
                    "cxone.versions is empty. Name versions, as 1.0.0,1.1.0, or a range, as [1.0,2.0)");
        }
        return new VersionSelection(text, named::contains, named);
    }

    /** The versions that {@code range} holds, whatever they are. */
    public static VersionSelection range(String text, Predicate<String> range) {
        return new VersionSelection(text, range, Set.of());
    }
}

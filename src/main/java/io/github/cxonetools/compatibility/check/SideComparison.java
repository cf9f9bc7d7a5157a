package io.github.cxonetools.compatibility.check;

import java.util.List;

/**
 * What came of comparing one side of two contracts.
 *
 * @param side {@code input} or {@code output}
 * @param bump how far the version must rise for it; {@code MAJOR} where there are breaks
 * @param breaks what breaks, and what is undecided; none where it is proven compatible
 */
public record SideComparison(String side, VersionBump bump, List<ContractBreak> breaks) {

    /** Copies the list. */
    public SideComparison {
        breaks = List.copyOf(breaks);
    }
}

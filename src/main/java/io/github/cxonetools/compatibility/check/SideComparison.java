package io.github.cxonetools.compatibility.check;

import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

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

    /**
     * The same, with the member that each break comes from, where it has none yet.
     *
     * @param members of a side and a pointer, null where nobody knows
     */
    SideComparison named(BiFunction<String, String, @Nullable String> members) {
        return new SideComparison(
                side,
                bump,
                breaks.stream()
                        .map(broken -> broken.member() == null
                                ? broken.of(members.apply(broken.side(), broken.pointer()))
                                : broken)
                        .toList());
    }
}

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
 * @param changes why the version must rise although nothing breaks, for example {@code /score is new}
 * @param undeclared breaks by properties that the producer's schema does not declare: those that would be added where they
 *     were compared, or, where they are, those of {@code breaks} that would not be there
 */
public record SideComparison(
        String side,
        VersionBump bump,
        List<ContractBreak> breaks,
        List<String> changes,
        List<ContractBreak> undeclared) {

    /** Copies the lists. */
    public SideComparison {
        breaks = List.copyOf(breaks);
        changes = List.copyOf(changes);
        undeclared = List.copyOf(undeclared);
    }

    public SideComparison(String side, VersionBump bump, List<ContractBreak> breaks) {
        this(side, bump, breaks, List.of(), List.of());
    }

    /**
     * The same, with the member that each break comes from, where it has none yet.
     *
     * @param members of a side and a pointer, null where nobody knows
     */
    SideComparison named(BiFunction<String, String, @Nullable String> members) {
        return new SideComparison(side, bump, named(breaks, members), changes, named(undeclared, members));
    }

    private static List<ContractBreak> named(
            List<ContractBreak> breaks, BiFunction<String, String, @Nullable String> members) {
        return breaks.stream()
                .map(broken ->
                        broken.member() == null ? broken.of(members.apply(broken.side(), broken.pointer())) : broken)
                .toList();
    }
}

package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.compatibility.breaks.DeclaredProperties;
import io.github.cxonetools.compatibility.breaks.InlinedReferences;
import io.github.cxonetools.compatibility.breaks.SchemaBreak;
import io.github.cxonetools.compatibility.breaks.SchemaBreaks;
import io.github.cxonetools.compatibility.breaks.SchemaChanges;
import io.github.cxonetools.compatibility.inclusion.Inclusion;
import io.github.cxonetools.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares contracts by proof: what is called compatible has no payload against it, and each break has one. */
public final class DecidedComparer implements ContractComparer {

    /** More of what the other way would add are not told. */
    private static final int MOST_UNDECLARED = 10;

    private final boolean comparesUndeclared;
    private final JavaMembers members;

    /** Which Java member a place in a payload comes from. */
    @FunctionalInterface
    public interface JavaMembers {

        /**
         * Null where nobody knows.
         *
         * @param side {@code input} or {@code output}
         * @param pointer as {@link ContractBreak#pointer}
         */
        @Nullable
        String at(String action, String side, String pointer);
    }

    /**
     * @param comparesUndeclared whether properties that the producer's schema does not declare count: then every new typed
     *     property of an open object breaks
     */
    public DecidedComparer(boolean comparesUndeclared, JavaMembers members) {
        this.comparesUndeclared = comparesUndeclared;
        this.members = members;
    }

    @Override
    public List<SideComparison> compare(Contract before, Contract after) {
        return List.of(
                side(after.name(), "input", before.inputSchema(), after.inputSchema(), true),
                side(after.name(), "output", after.outputSchema(), before.outputSchema(), false));
    }

    private SideComparison side(String action, String side, JsonNode smaller, JsonNode larger, boolean smallerIsOlder) {
        if (smaller.equals(larger)) {
            return new SideComparison(side, VersionBump.NONE, List.of());
        }
        return different(action, side, InlinedReferences.in(smaller), InlinedReferences.in(larger), smallerIsOlder);
    }

    private SideComparison different(
            String action, String side, JsonNode smaller, JsonNode larger, boolean smallerIsOlder) {
        JsonNode declared = DeclaredProperties.only(smaller);
        JsonNode asked = comparesUndeclared ? smaller : declared;
        SchemaBreaks search = new SchemaBreaks(smaller, larger, smallerIsOlder);
        Collection<ContractBreak> breaks = broken(action, side, search.among(asked));
        List<ContractBreak> undeclared = List.of();
        if (!declared.equals(smaller)) {
            undeclared = comparesUndeclared
                    ? without(
                            breaks, broken(action, side, SchemaBreaks.find(smaller, declared, larger, smallerIsOlder)))
                    : List.copyOf(broken(action, side, search.more(smaller, MOST_UNDECLARED)));
        }
        if (!breaks.isEmpty()) {
            return new SideComparison(side, VersionBump.MAJOR, List.copyOf(breaks), List.of(), undeclared);
        }
        JsonNode other = produced(larger);
        boolean equivalent = isIncluded(other, asked) && isIncluded(asked, other);
        List<String> changes = equivalent
                ? List.of()
                : smallerIsOlder ? SchemaChanges.of(smaller, larger) : SchemaChanges.of(larger, smaller);
        return new SideComparison(
                side, equivalent ? VersionBump.PATCH : VersionBump.MINOR, List.of(), changes, undeclared);
    }

    private Collection<ContractBreak> broken(String action, String side, List<SchemaBreak> found) {
        if (found.size() == 1) {
            return List.of(broken(action, side, found.get(0)));
        }
        Map<String, ContractBreak> breaks = new LinkedHashMap<>();
        for (SchemaBreak each : found) {
            ContractBreak broken = broken(action, side, each);
            breaks.putIfAbsent(broken.fingerprint(), broken);
        }
        return breaks.values();
    }

    private static List<ContractBreak> without(Collection<ContractBreak> breaks, Collection<ContractBreak> others) {
        Set<String> known = others.stream().map(ContractBreak::fingerprint).collect(Collectors.toSet());
        return breaks.stream()
                .filter(broken -> !known.contains(broken.fingerprint()))
                .toList();
    }

    private static boolean isIncluded(JsonNode sub, JsonNode sup) {
        return Inclusion.decide(sub, sup).verdict() == Inclusion.Verdict.INCLUDED;
    }

    private JsonNode produced(JsonNode schema) {
        return comparesUndeclared ? schema : DeclaredProperties.only(schema);
    }

    private ContractBreak broken(String action, String side, SchemaBreak found) {
        JsonNode witness = found.witness();
        return new ContractBreak(
                action,
                side,
                found.pointer(),
                found.code(),
                found.change(),
                members.at(action, side, found.pointer()),
                witness == null ? null : Json.compact(witness));
    }
}

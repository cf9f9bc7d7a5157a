package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.compatibility.breaks.DeclaredProperties;
import io.github.cxonetools.compatibility.breaks.SchemaBreak;
import io.github.cxonetools.compatibility.breaks.SchemaBreaks;
import io.github.cxonetools.compatibility.inclusion.Inclusion;
import io.github.cxonetools.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares contracts by proof: what is called compatible has no payload against it, and each break has one. */
public final class DecidedComparer implements ContractComparer {

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
        JsonNode asked = produced(smaller);
        Map<String, ContractBreak> breaks = new LinkedHashMap<>();
        for (SchemaBreak each : SchemaBreaks.find(smaller, asked, larger, smallerIsOlder)) {
            ContractBreak broken = broken(action, side, each);
            breaks.putIfAbsent(broken.fingerprint(), broken);
        }
        if (!breaks.isEmpty()) {
            return new SideComparison(side, VersionBump.MAJOR, List.copyOf(breaks.values()));
        }
        JsonNode other = produced(larger);
        boolean equivalent = isIncluded(other, asked) && isIncluded(asked, other);
        return new SideComparison(side, equivalent ? VersionBump.PATCH : VersionBump.MINOR, List.of());
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

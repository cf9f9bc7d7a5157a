package io.github.cxonetools.deployment;

import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.compatibility.check.VersionBump;
import io.github.cxonetools.json.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is known of a planned contract against the one whose place it takes.
 *
 * @param comparison as {@code check} tells it; null where nothing was compared
 * @param reason why nothing was compared, as a clause; empty where it was
 * @param expired breaks that were accepted, and are no more
 */
public record ContractVerdict(@Nullable ActionCompatibility comparison, String reason, List<AcceptedBreak> expired) {

    static ContractVerdict of(ActionCompatibility comparison, List<AcceptedBreak> expired) {
        return new ContractVerdict(comparison, "", expired);
    }

    static ContractVerdict notCompared(String reason) {
        return new ContractVerdict(null, reason, List.of());
    }

    /** As plans and audits keep it. */
    ObjectNode toJson() {
        return comparison == null ? Json.object().put("notCompared", reason) : toJson(comparison);
    }

    private static ObjectNode toJson(ActionCompatibility result) {
        ObjectNode json = Json.object()
                .put("baseline", result.baseline())
                .put("before", result.before())
                .put("bump", words(result.bump()))
                .put("needs", result.needed())
                .put("passes", result.passes());
        ArrayNode sides = json.putArray("sides");
        for (SideComparison side : result.sides()) {
            ObjectNode node = sides.addObject()
                    .put("side", side.side())
                    .put("verdict", verdict(side))
                    .put("bump", words(side.bump()));
            ArrayNode breaks = node.putArray("breaks");
            side.breaks().forEach(broken -> breaks.add(toJson(broken, result)));
        }
        return json;
    }

    private static ObjectNode toJson(ContractBreak broken, ActionCompatibility result) {
        return Json.object()
                .put("pointer", broken.pointer())
                .put("code", broken.code())
                .put("change", broken.change())
                .put("fingerprint", broken.fingerprint())
                .put("accepted", result.accepted().contains(broken))
                .put("witness", broken.witness());
    }

    private static String verdict(SideComparison side) {
        if (side.breaks().isEmpty()) {
            return "compatible";
        }
        return side.breaks().stream().allMatch(ContractBreak::isUndecided) ? "undecided" : "breaking";
    }

    private static String words(VersionBump bump) {
        return bump.name().toLowerCase(Locale.ROOT);
    }
}

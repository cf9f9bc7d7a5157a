package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.compatibility.inclusion.Inclusion;
import io.github.cxonetools.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** An action that a build lacks and its baseline had: nothing that its callers send is accepted any more. */
final class GoneAction {

    private GoneAction() {}

    /** The input side, with one break. */
    static SideComparison side(Contract gone) {
        JsonNode witness =
                Inclusion.decide(gone.inputSchema(), Json.read("false")).witness();
        ContractBreak broken = new ContractBreak(
                gone.name(),
                "input",
                "/",
                ContractBreak.ACTION,
                "the action is gone",
                null,
                witness == null ? null : Json.compact(witness));
        return new SideComparison("input", VersionBump.MAJOR, List.of(broken));
    }
}

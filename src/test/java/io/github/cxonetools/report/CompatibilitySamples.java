package io.github.cxonetools.report;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.CompatibilityCheck;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.DecidedComparer;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.compatibility.check.VersionBump;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.compatibility.CompatibilityReport;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Comparisons with one of each kind of verdict. */
public final class CompatibilitySamples {

    private static final String BASELINE = "com.example:routing:1.4.0 (central)";

    private static final String EVENT = """
            {"type": "object", "properties": {"interaction_id": {"type": "string"},
            "channel_type": {"type": "string", "enum": ["voice", "chat", "fax"]}, "tags": {"type": "array"}},
            "required": ["interaction_id", "channel_type"]}""";

    private static final String DECISION = """
            {"type": "object", "properties": {"queue": {"type": "string"}}, "required": ["queue"]}""";

    private CompatibilitySamples() {}

    /** A break and an addition, a change that nobody can decide, an addition alone, and what did not change. */
    public static CompatibilityReport mixed() throws Exception {
        return report(CompatibilityPolicy.SEMVER, routing(), undecided(), widened(), unchanged());
    }

    public static CompatibilityReport report(CompatibilityPolicy policy, ActionCompatibility... results) {
        return new CompatibilityReport(
                "com.example:routing",
                "1.5.0-SNAPSHOT",
                new CompatibilityRules(policy, false, true, List.of()),
                List.of(results),
                List.of("Fresh 1.5.0-SNAPSHOT is new"),
                List.of());
    }

    /** The change of the specification's example. */
    public static ActionCompatibility routing(AcceptedBreak... accepted) throws Exception {
        return judged(
                "SentimentRoutingAction",
                EVENT.replace("\"tags\"", "\"language\": {\"type\": \"string\"}, \"tags\"")
                        .replace(", \"fax\"", ""),
                DECISION.replace("}}", "}, \"confidence_score\": {\"type\": \"number\"}}"),
                accepted);
    }

    public static ActionCompatibility undecided() throws Exception {
        return judged("Undecided", "{\"$ref\": \"https://example.com/other\"}", DECISION);
    }

    public static ActionCompatibility widened() throws Exception {
        return judged("Widened", EVENT.replace("\"voice\"", "\"voice\", \"sms\""), DECISION);
    }

    /** A break whose payload is longer than anybody reads. */
    public static ActionCompatibility longPayload() throws Exception {
        return judged("Long", EVENT.replace("\"array\"", "\"array\", \"maxItems\": 20000"), DECISION);
    }

    public static ActionCompatibility unchanged() throws Exception {
        return new ActionCompatibility(
                "Unchanged", "1.4.0", "1.4.0", BASELINE, List.of(), List.of(), List.of(), VersionBump.NONE, "1.4.0");
    }

    private static ActionCompatibility judged(String name, String input, String output, AcceptedBreak... accepted)
            throws Exception {
        Map<String, String> members = Map.of("/channel_type", "InteractionEvent.channelType");
        CompatibilityCheck check = new CompatibilityCheck(
                new DecidedComparer(false, (action, side, pointer) -> members.get(pointer)),
                CompatibilityPolicy.SEMVER,
                true,
                List.of(accepted),
                LocalDate.of(2026, 1, 2),
                Comparator.naturalOrder());
        return check.compare(
                new Contract(name, "1.4.0", null, 5000, Json.read(EVENT), Json.read(DECISION)),
                new Contract(name, "1.5.0-SNAPSHOT", null, 5000, Json.read(input), Json.read(output)),
                BASELINE);
    }

    /** Names and texts that try to break reports, as a jar of somebody else's may have them. */
    public static ActionCompatibility hostile() {
        ContractBreak broken = new ContractBreak(
                "../../Gone<b>",
                "input",
                "/" + SimulationReports.HOSTILE,
                "enum",
                "enum lost \"" + SimulationReports.HOSTILE + "\" | `x` ```",
                SimulationReports.HOSTILE,
                "{\"a\":\"</script><script>alert(1)</script>\"}");
        return new ActionCompatibility(
                broken.action(),
                "1.0.0",
                "1.0.1",
                "com.example:" + SimulationReports.HOSTILE,
                List.of(
                        new SideComparison("input", VersionBump.MAJOR, List.of(broken)),
                        new SideComparison("output", VersionBump.NONE, List.of())),
                List.of(broken),
                List.of(),
                VersionBump.MAJOR,
                "2.0.0");
    }
}

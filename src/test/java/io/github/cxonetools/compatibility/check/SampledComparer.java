package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.schema.sample.PayloadSample;
import io.github.cxonetools.schema.sample.PayloadSamples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compares contracts by payloads, so that a policy is tested apart from the procedure that decides: those derived from what the one accepts or promises are held to the other. A payload that
 * only one accepts proves a break; that none was found proves nothing, so only equal schemas count as compatible.
 */
final class SampledComparer implements ContractComparer {

    private static final int SAMPLES = 200;

    /** The same payloads on every machine. */
    private static final long SEED = 1;

    @Override
    public List<SideComparison> compare(Contract before, Contract after) {
        return List.of(
                side(after.name(), "input", before.inputSchema(), after.inputSchema()),
                side(after.name(), "output", after.outputSchema(), before.outputSchema()));
    }

    /**
     * @param smaller whose payloads the other must accept
     */
    private static SideComparison side(String action, String side, JsonNode smaller, JsonNode larger) {
        if (smaller.equals(larger)) {
            return new SideComparison(side, VersionBump.NONE, List.of());
        }
        Map<String, ContractBreak> breaks = new LinkedHashMap<>();
        PayloadValidator accepts = PayloadValidator.of(smaller);
        PayloadValidator refuses = PayloadValidator.of(larger);
        for (PayloadSample sample : PayloadSamples.derive(smaller, SAMPLES, SEED)) {
            if (accepts.validate(sample.payload()).isEmpty()) {
                for (String finding : refuses.validate(sample.payload())) {
                    breaks.putIfAbsent(finding, broken(action, side, finding, sample.payload()));
                }
            }
        }
        if (breaks.isEmpty()) {
            breaks.put(
                    "",
                    new ContractBreak(
                            action,
                            side,
                            "/",
                            ContractBreak.UNDECIDED,
                            "the schemas differ, and no payload was found that tells whether it breaks",
                            null,
                            null));
        }
        return new SideComparison(side, VersionBump.MAJOR, List.copyOf(breaks.values()));
    }

    private static ContractBreak broken(String action, String side, String finding, JsonNode payload) {
        int space = finding.indexOf(' ');
        String pointer = space < 0 ? finding : finding.substring(0, space);
        return new ContractBreak(
                action, side, pointer, "refused", finding.substring(space + 1), null, Json.compact(payload));
    }
}

package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import java.util.List;

/**
 * What came of comparing a module's contracts.
 *
 * @param project the module's coordinates without a version, for example {@code com.example:routing}
 * @param version the module's version
 * @param rules how they were compared and judged
 * @param results the actions that were compared
 * @param notes what else there is to say, a sentence each: what is new, or has nothing to be compared with
 * @param findings what could not be compared and fails the build, a sentence each
 */
public record CompatibilityReport(
        String project,
        String version,
        CompatibilityRules rules,
        List<ActionCompatibility> results,
        List<String> notes,
        List<String> findings) {

    /** Copies the lists. */
    public CompatibilityReport {
        results = List.copyOf(results);
        notes = List.copyOf(notes);
        findings = List.copyOf(findings);
    }

    /** Whether the build does not fail of it. */
    boolean passes() {
        return findings.isEmpty() && results.stream().noneMatch(this::fails);
    }

    /** Whether the build fails of an action. */
    boolean fails(ActionCompatibility result) {
        return rules.policy() != CompatibilityPolicy.REPORT && !result.passes();
    }
}

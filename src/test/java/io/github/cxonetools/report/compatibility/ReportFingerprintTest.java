package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.compatibility.check.VersionBump;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Two reports of which the files differ have two fingerprints. */
class ReportFingerprintTest {

    private static final ContractBreak BREAK = new ContractBreak("A", "input", "/a", "enum", "lost", "A.a", "{}");

    private static final SideComparison SIDE =
            new SideComparison("input", VersionBump.MAJOR, List.of(BREAK), List.of("a"), List.of(BREAK));

    private static final ActionCompatibility RESULT = new ActionCompatibility(
            "A", "1.0.0", "1.1.0", "here", List.of(SIDE), List.of(BREAK), List.of(BREAK), VersionBump.MAJOR, "2.0.0");

    private static final CompatibilityReport REPORT = new CompatibilityReport(
            "a:b", "1", CompatibilityRules.DEFAULT, List.of(RESULT), List.of("note"), List.of("finding"));

    @Test
    void everyPartCounts() throws Exception {
        Set<String> fingerprints = new HashSet<>(Set.of(ReportFingerprint.of(REPORT, List.of("here", "1"))));
        int variants = 1;
        List<CompatibilityReport> others = new ArrayList<>();
        for (Object broken : variants(BREAK)) {
            ContractBreak other = (ContractBreak) broken;
            others.add(
                    with(new SideComparison("input", VersionBump.MAJOR, List.of(other), List.of("a"), List.of(BREAK))));
            others.add(
                    with(new SideComparison("input", VersionBump.MAJOR, List.of(BREAK), List.of("a"), List.of(other))));
        }
        variants(SIDE).forEach(side -> others.add(with((SideComparison) side)));
        variants(RESULT).forEach(result -> others.add(with((ActionCompatibility) result)));
        variants(REPORT).forEach(report -> others.add((CompatibilityReport) report));
        for (CompatibilityReport other : others) {
            fingerprints.add(ReportFingerprint.of(other, List.of("here", "1")));
            variants++;
        }
        assertThat(fingerprints).hasSize(variants).hasSizeGreaterThan(30);
    }

    @Test
    void whereAListEndsCounts() {
        assertThat(ReportFingerprint.of(REPORT, List.of("a", "b")))
                .isNotEqualTo(ReportFingerprint.of(REPORT, List.of("ab", "")))
                .isNotEqualTo(ReportFingerprint.of(REPORT, List.of("a", "b", "")))
                .isEqualTo(ReportFingerprint.of(REPORT, List.of("a", "b")));
    }

    private static CompatibilityReport with(SideComparison side) {
        return with(new ActionCompatibility(
                "A",
                "1.0.0",
                "1.1.0",
                "here",
                List.of(side),
                List.of(BREAK),
                List.of(BREAK),
                VersionBump.MAJOR,
                "2.0.0"));
    }

    private static CompatibilityReport with(ActionCompatibility result) {
        return new CompatibilityReport(
                "a:b", "1", CompatibilityRules.DEFAULT, List.of(result), List.of("note"), List.of("finding"));
    }

    /** The same record with each of its parts another. */
    private static List<Object> variants(Record value) throws Exception {
        RecordComponent[] components = value.getClass().getRecordComponents();
        Object[] parts = new Object[components.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = components[i].getAccessor().invoke(value);
        }
        var constructor = value.getClass()
                .getDeclaredConstructor(
                        Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        List<Object> variants = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            Object[] changed = Arrays.copyOf(parts, parts.length);
            changed[i] = another(parts[i]);
            variants.add(constructor.newInstance(changed));
        }
        return variants;
    }

    private static Object another(Object part) {
        if (part instanceof String text) {
            return text + "x";
        }
        if (part instanceof VersionBump) {
            return VersionBump.MINOR;
        }
        if (part instanceof CompatibilityRules) {
            return new CompatibilityRules(CompatibilityPolicy.STRICT, false, true, List.of());
        }
        return part instanceof List<?> list && !list.isEmpty() ? List.of() : List.of("x");
    }
}

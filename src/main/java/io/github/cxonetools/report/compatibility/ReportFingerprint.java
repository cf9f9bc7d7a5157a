package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.file.Checksums;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A digest over all that a report says. Each text and each list begins with its length, so that no two reports are one text. */
final class ReportFingerprint {

    private final StringBuilder text = new StringBuilder();

    private ReportFingerprint() {}

    /** @param places what else its files depend on: where they are, and which version of the plugin makes them */
    static String of(CompatibilityReport report, List<String> places) {
        ReportFingerprint fingerprint = new ReportFingerprint();
        fingerprint.all(places);
        fingerprint.report(report);
        return Checksums.of(bytes(fingerprint.text.toString()));
    }

    /**
     * In UTF-8, which the JDK is quick at, unless something in it is no Unicode: half a surrogate is no character. No two texts have the
     * same bytes: each begins with a digit, and in UTF-16 with 0.
     */
    private static byte[] bytes(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8).equals(text)
                ? bytes
                : text.getBytes(StandardCharsets.UTF_16BE);
    }

    private void report(CompatibilityReport report) {
        add(report.project());
        add(report.version());
        add(report.rules().policy().name());
        add(report.rules().comparesUndeclared() ? "compared" : "ignored");
        all(report.notes());
        all(report.findings());
        count(report.results());
        for (ActionCompatibility result : report.results()) {
            action(result);
        }
    }

    private void action(ActionCompatibility result) {
        add(result.action());
        add(result.before());
        add(result.after());
        add(result.baseline());
        add(result.bump().name());
        add(result.needed());
        breaks(result.rejected());
        breaks(result.accepted());
        count(result.sides());
        for (SideComparison side : result.sides()) {
            side(side);
        }
    }

    private void side(SideComparison side) {
        add(side.side());
        add(side.bump().name());
        all(side.changes());
        breaks(side.breaks());
        breaks(side.undeclared());
    }

    private void breaks(List<ContractBreak> breaks) {
        count(breaks);
        for (ContractBreak each : breaks) {
            add(each.action());
            add(each.side());
            add(each.pointer());
            add(each.code());
            add(each.change());
            add(each.member());
            add(each.witness());
        }
    }

    private void all(List<String> texts) {
        count(texts);
        for (String each : texts) {
            add(each);
        }
    }

    private void count(Collection<?> values) {
        text.append(values.size()).append(';');
    }

    private void add(@Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
    }
}

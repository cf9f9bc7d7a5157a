package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.Comparison;
import io.github.cxonetools.deployment.difference.FieldDifference;
import io.github.cxonetools.deployment.difference.SchemaComparison;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.deployment.receipts.Receipt.State;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans one action in a tenant that cannot be read, by what was deployed earlier from here. */
final class ReceiptPlan {

    private static final String UNTOLD = "told by the receipts; the tenant cannot be read";

    private final Receipts receipts;
    private final PlanSettings settings;

    ReceiptPlan(Receipts receipts, PlanSettings settings) {
        this.receipts = receipts;
        this.settings = settings;
    }

    /** Only for what is not {@link #unknown}. */
    PlannedAction plan(DesiredAction desired) throws CxoneException {
        ActionVersion wanted = desired.version();
        Optional<Receipt> receipt = receipts.find(wanted.name(), wanted.version());
        if (receipt.isPresent() && !receipt.get().isIntent()) {
            return compare(desired, wanted, receipt.get());
        }
        String note = settings.assumeAbsent()
                ? "cxone.assumeAbsent; the tenant cannot be read"
                : "no receipt; the tenant cannot be read";
        PlannedAction planned = PlannedAction.of(Kind.CREATE, wanted, note + leftOut());
        Optional<Receipt> before = before(wanted);
        return before.isEmpty() || hasSchemasOf(before.get(), wanted)
                ? planned
                : planned.with(
                        Kind.CREATE,
                        ContractVerdict.notCompared("the tenant cannot be read, and the receipts keep no schemas of "
                                + before.get().version()));
    }

    /** What is known of the newest release below that is active. */
    private Optional<Receipt> before(ActionVersion wanted) throws CxoneException {
        Comparator<String> order = settings.versionOrder();
        return receipts.of(wanted.name()).stream()
                .filter(receipt -> !receipt.isIntent() && !receipt.version().endsWith("-SNAPSHOT"))
                .filter(receipt -> receipt.state() == null || !receipt.state().deprecated())
                .filter(receipt -> order.compare(receipt.version(), wanted.version()) < 0)
                .max(Comparator.comparing(Receipt::version, order));
    }

    private static boolean hasSchemasOf(Receipt receipt, ActionVersion wanted) {
        State there = receipt.state();
        State here = State.of(wanted);
        return there != null
                && Objects.equals(there.inputSchema(), here.inputSchema())
                && Objects.equals(there.outputSchema(), here.outputSchema());
    }

    /** Why nothing can be planned: nobody knows whether the version is there. */
    Optional<String> unknown(DesiredAction desired, String reason) throws CxoneException {
        ActionVersion wanted = desired.version();
        Optional<Receipt> receipt = receipts.find(wanted.name(), wanted.version());
        if (settings.assumeAbsent() || (receipt.isPresent() && !receipt.get().isIntent())) {
            return Optional.empty();
        }
        if (receipt.isPresent()) {
            Instant at = receipt.get().intendedAt();
            return Optional.of(wanted.label() + ": a creation was sent"
                    + (at == null ? "" : " at " + at) + " and its outcome is not known, and the tenant cannot be read ("
                    + reason + "). " + remedy(wanted));
        }
        String silence = receipts.silence();
        if (!silence.isEmpty()) {
            return Optional.of(wanted.label() + ": the tenant cannot be read (" + reason
                    + "), and " + silence + ". Restore them if there were any. Else: "
                    + remedy(wanted));
        }
        return Optional.empty();
    }

    /** Why a version must not be created now: another process is doing it. */
    Optional<String> underWay(ActionVersion wanted) throws CxoneException {
        Optional<Receipt> receipt = receipts.find(wanted.name(), wanted.version());
        return receipt.filter(Receipt::isUnderWay)
                .map(intent -> wanted.label() + ": another build ("
                        + Objects.requireNonNull(intent.intendedBy()).words() + ") is creating it, since "
                        + intent.intendedAt() + ". Wait until it has ended, then run this again");
    }

    private String leftOut() {
        return settings.keepVersions() == null
                ? ""
                : "; cxone.keepVersions is left out, because nobody knows all versions";
    }

    private String remedy(ActionVersion wanted) {
        return "Look in the tenant for " + wanted.label() + ". If it is there, write {\"baseUrl\", \"action\","
                + " \"version\", \"id\"} to the receipts; if not, deploy with -Dcxone.assumeAbsent";
    }

    private PlannedAction compare(DesiredAction desired, ActionVersion wanted, Receipt receipt) {
        State known = receipt.state();
        Comparison comparison = known == null
                ? new Comparison(List.of(), List.of("inputSchema", "outputSchema", "handlerUrl", "timeoutMs"))
                : compare(known, State.of(wanted));
        Kind kind = DifferenceMeaning.kind(desired, comparison, settings);
        boolean isDeprecated = known != null && known.deprecated();
        return new PlannedAction(
                kind,
                wanted,
                null,
                receipt.id(),
                comparison.differences(),
                comparison.notComparable(),
                kind != Kind.CONFLICT && isDeprecated,
                kind == Kind.CONFLICT ? DifferenceMeaning.conflict(comparison) : UNTOLD + leftOut());
    }

    private static Comparison compare(State known, State wanted) {
        List<FieldDifference> differences = new ArrayList<>();
        add(differences, "inputSchema", known.inputSchema(), wanted.inputSchema());
        add(differences, "outputSchema", known.outputSchema(), wanted.outputSchema());
        addUrl(differences, known.handlerUrl(), wanted.handlerUrl());
        add(differences, "timeoutMs", known.timeoutMs(), wanted.timeoutMs());
        add(differences, "description", known.description(), wanted.description());
        return new Comparison(differences, List.of());
    }

    private static void add(
            List<FieldDifference> differences, String field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            differences.add(new FieldDifference(field, null, brief(before), brief(after)));
        }
    }

    private static void addUrl(List<FieldDifference> differences, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            differences.add(FieldDifference.ofUrl(
                    "handlerUrl",
                    before == null ? SchemaComparison.ABSENT : before,
                    after == null ? SchemaComparison.ABSENT : after));
        }
    }

    private static String brief(@Nullable Object value) {
        return value == null ? SchemaComparison.ABSENT : SchemaComparison.cut(value.toString());
    }
}

package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.ActionJson;
import io.github.cxonetools.client.Created;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.deployment.ActionOutcome.Done;
import io.github.cxonetools.deployment.difference.Comparison;
import io.github.cxonetools.deployment.difference.FieldDifference;
import io.github.cxonetools.deployment.receipts.Receipt;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes one version in the tenant what the plan says; the receipt is on disk before and after. */
final class PlanApplier {

    /** As long as a creation without an answer takes to show, and a little more. */
    private static final Duration VISIBLE_AFTER = Duration.ofSeconds(5);

    /** So much later than its intent says a creation may be sent: part of the little more. */
    private static final Duration SOON = Duration.ofMillis(200);

    private final CxoneClient client;
    private final DataActionsApi api;
    private final Receipts receipts;
    private final Clock clock;
    private final Semaphore requests;

    /** @param concurrency requests in flight, however many versions are worked on */
    PlanApplier(CxoneClient client, Receipts receipts, int concurrency, Clock clock) {
        this.client = client;
        this.api = client.dataActions();
        this.receipts = receipts;
        this.clock = clock;
        this.requests = new Semaphore(concurrency);
    }

    /** Does it; a failure is an outcome. */
    ActionOutcome apply(PlannedAction planned) {
        Instant begun = clock.instant();
        try {
            return switch (planned.kind()) {
                case CREATE -> create(planned, begun);
                case UPDATE -> update(planned, begun);
                case ACTIVATE -> activate(planned, begun);
                case DEPRECATE -> deprecate(planned, begun);
                case UP_TO_DATE, STAY_ACTIVE -> upToDate(planned);
                case HELD_BACK -> outcome(planned, Done.HELD_BACK, null, null);
                case CONFLICT, REFUSED -> throw new IllegalArgumentException("A plan with conflicts is never applied");
            };
        } catch (CxoneException e) {
            return new ActionOutcome(planned, Done.FAILED, planned.id(), since(begun), e, "");
        }
    }

    private ActionOutcome create(PlannedAction planned, Instant begun) throws CxoneException {
        ActionVersion wanted = planned.wanted();
        Optional<ActionVersion> found = sentByAnother(wanted, begun);
        if (found.isPresent()) {
            accept(found.get(), wanted);
            String there = id(found.get());
            return recorded(planned, Done.FOUND, there, begun, () -> receipts.deployed(wanted, there, clock.instant()));
        }
        receipts.intend(wanted, begun);
        Created created = requested(() -> {
            Instant now = clock.instant();
            if (Duration.between(begun, now).compareTo(SOON) > 0) {
                // The next build waits for what was sent by the time that stands there.
                receipts.intend(wanted, now);
            }
            return send(wanted);
        });
        String id = id(created.version());
        Done done = created.how() == Created.How.ALREADY_THERE ? Done.FOUND : Done.CREATED;
        return recorded(planned, done, id, begun, () -> receipts.deployed(wanted, id, clock.instant()));
    }

    /**
     * What a build that was ended in the middle of it has created after all: its request may have been under way when the
     * plan was made.
     */
    private Optional<ActionVersion> sentByAnother(ActionVersion wanted, Instant now) throws CxoneException {
        Optional<Receipt> known = receipts.find(wanted.name(), wanted.version());
        Instant sent = known.map(Receipt::intendedAt).orElse(null);
        if (sent == null || !known.orElseThrow().isUnanswered()) {
            return Optional.empty();
        }
        Duration left = VISIBLE_AFTER.minus(Duration.between(sent, now));
        if (left.isNegative() || left.isZero()) {
            return Optional.empty();
        }
        client.pauseUntilVisible(
                "deploy " + wanted.label(),
                "another build was ended while it did",
                left.compareTo(VISIBLE_AFTER) > 0 ? VISIBLE_AFTER : left);
        return requested(() -> api.list(wanted.name())) instanceof Listing.Versions told
                ? told.versions().stream()
                        .filter(version -> version.version().equals(wanted.version()))
                        .findFirst()
                : Optional.empty();
    }

    private Created send(ActionVersion wanted) throws CxoneException {
        try {
            return api.create(wanted, found -> accept(found, wanted));
        } catch (CxoneException e) {
            answered(wanted);
            throw e;
        }
    }

    private void answered(ActionVersion wanted) {
        try {
            receipts.answered(wanted);
        } catch (CxoneException e) {
            // The failure that is told already counts; the intent ends with this process.
        }
    }

    private static void accept(ActionVersion found, ActionVersion wanted) throws RejectedException {
        Comparison comparison = Comparison.of(found, wanted);
        if (!comparison.isSame()) {
            StringBuilder message = new StringBuilder(wanted.label() + " was created by another meanwhile (id "
                    + found.id() + "), and differs. Raise the version:");
            comparison.differences().forEach(difference -> message.append("\n      ")
                    .append(difference));
            throw new RejectedException(message.toString());
        }
    }

    private ActionOutcome update(PlannedAction planned, Instant begun) throws CxoneException {
        String id = Objects.requireNonNull(planned.id());
        ObjectNode all = ActionJson.write(planned.wanted());
        ObjectNode change = Json.object();
        for (FieldDifference difference : planned.differences()) {
            change.set(difference.field(), all.get(difference.field()));
        }
        requested(() -> api.patch(id, change, "update " + planned.label()));
        return recorded(
                planned, Done.UPDATED, id, begun, () -> receipts.deployed(planned.wanted(), id, clock.instant()));
    }

    private ActionOutcome activate(PlannedAction planned, Instant begun) throws CxoneException {
        String id = Objects.requireNonNull(planned.id());
        ActionVersion told = requested(() -> api.patch(
                id, Json.object().put("isDeprecated", false), "take back the deprecation of " + planned.label()));
        if (Boolean.TRUE.equals(told.deprecated())) {
            throw new RejectedException("The tenant accepted taking back the deprecation of " + planned.label()
                    + ", but answers that it is deprecated (id " + id + "). Check the tenant");
        }
        return recorded(planned, Done.ACTIVATED, id, begun, () -> mark(planned, id, false));
    }

    private ActionOutcome deprecate(PlannedAction planned, Instant begun) throws CxoneException {
        String id = Objects.requireNonNull(planned.id());
        requested(() -> api.patch(id, Json.object().put("isDeprecated", true), "deprecate " + planned.label()));
        return recorded(planned, Done.DEPRECATED, id, begun, () -> mark(planned, id, true));
    }

    /** What was deployed from elsewhere has a receipt from now on, if the tenant tells all of it. */
    private void mark(PlannedAction planned, String id, boolean deprecated) throws CxoneException {
        ActionVersion found = planned.found();
        boolean isWhole = found != null && found.inputSchema() != null && found.outputSchema() != null;
        if (isWhole && receipts.byId(id).isEmpty()) {
            receipts.deployed(planned.wanted(), id, clock.instant());
        } else {
            receipts.deprecated(id, deprecated);
        }
    }

    /** A receipt that was lost, or is an intent still, is made good. */
    private ActionOutcome upToDate(PlannedAction planned) throws CxoneException {
        ActionVersion found = planned.found();
        String id = planned.id();
        if (found != null && id != null) {
            receipts.deployed(found, id, clock.instant());
        }
        return outcome(planned, Done.UP_TO_DATE, id, null);
    }

    /** What is done is done, and told with its id, also where the receipt cannot be written. */
    private ActionOutcome recorded(PlannedAction planned, Done done, String id, Instant begun, ReceiptWrite recording) {
        try {
            recording.write();
            return outcome(planned, done, id, begun);
        } catch (CxoneException e) {
            return new ActionOutcome(planned, done, id, since(begun), e, "");
        }
    }

    /** Sends something to the tenant. */
    @FunctionalInterface
    private interface Sending<T> {
        T send() throws CxoneException;
    }

    /** Waits until another request may be in flight: receipts are written meanwhile, and take none's place. */
    private <T> T requested(Sending<T> sending) throws CxoneException {
        try {
            requests.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Interrupted while waiting for the tenant", e);
        }
        try {
            return sending.send();
        } finally {
            requests.release();
        }
    }

    /** Writes a receipt. */
    @FunctionalInterface
    private interface ReceiptWrite {
        void write() throws CxoneException;
    }

    private static String id(ActionVersion version) throws RejectedException {
        if (version.id() == null) {
            throw new RejectedException(version.label() + " is in the tenant, which does not tell its id");
        }
        return version.id();
    }

    private ActionOutcome outcome(PlannedAction planned, Done done, @Nullable String id, @Nullable Instant begun) {
        return new ActionOutcome(planned, done, id, begun == null ? Duration.ZERO : since(begun), null, "");
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }
}

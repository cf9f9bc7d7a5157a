package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.Created.How;
import io.github.cxonetools.client.http.ApiCall;
import io.github.cxonetools.client.http.Attempts;
import io.github.cxonetools.client.http.ErrorBody;
import io.github.cxonetools.client.http.Failures;
import io.github.cxonetools.client.http.Outcome;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.http.Outcome.Failure;
import io.github.cxonetools.client.http.RetryAfter;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Creates a version, once. A creation is not idempotent: after an unclear outcome the tenant is asked, after a wait,
 * whether it has the version, and only its complete listing without it allows another request.
 */
final class Creation {

    private static final Duration VISIBLE_AFTER = Duration.ofSeconds(5);

    /** After a 500 a deployment may be tried again after about a minute: the commit may still be under way. */
    private static final Duration VISIBLE_AFTER_500 = Duration.ofSeconds(60);

    private final HttpUrl actions;
    private final Sender sender;
    private final ActionList list;
    private final ClientEvents events;
    private final Time time;

    Creation(HttpUrl actions, Sender sender, ActionList list, ClientEvents events, Time time) {
        this.actions = actions;
        this.sender = sender;
        this.list = list;
        this.events = events;
        this.time = time;
    }

    Created create(ActionVersion draft, Existing existing) throws CxoneException {
        ApiCall call = call(draft);
        Attempts attempts = sender.attempts();
        while (true) {
            Outcome outcome = sender.outcome(call, attempts);
            Optional<ActionVersion> created = created(outcome, draft);
            if (created.isPresent()) {
                return new Created(created.get(), How.ANSWERED);
            }
            if (!isUnclear(outcome)) {
                throw sender.failures().of(call, outcome, attempts);
            }
            boolean isCutShort = !attempts.mayWait(timeUntilVisible(outcome));
            Optional<Created> found = look(call, draft, outcome, attempts, existing);
            if (found.isPresent()) {
                return found.get();
            }
            if (!attempts.hasAttemptsLeft() || isCutShort || isRefused(outcome)) {
                throw sender.failures().of(call, outcome, attempts);
            }
        }
    }

    private ApiCall call(ActionVersion draft) {
        return new ApiCall(
                "deploy " + draft.label(),
                ApiCall.CallKind.CREATE,
                "POST",
                actions,
                Json.compact(ActionJson.write(draft)).getBytes(StandardCharsets.UTF_8),
                Scope.DATA_ACTIONS_WRITE,
                ApiCall.ACTION_BYTES);
    }

    /** The created version, where the answer is a success that says which. */
    private Optional<ActionVersion> created(Outcome outcome, ActionVersion draft) {
        if (!(outcome instanceof Answer answer && answer.isSuccess())) {
            return Optional.empty();
        }
        try {
            ActionVersion version = sender.version(Json.readLenient(answer.body()));
            boolean asWanted = version.id() != null
                    && version.name().equals(draft.name())
                    && version.version().equals(draft.version());
            return asWanted ? Optional.of(version) : Optional.empty();
        } catch (IllegalArgumentException | tools.jackson.core.JacksonException e) {
            return Optional.empty();
        }
    }

    private static boolean isUnclear(Outcome outcome) {
        if (outcome instanceof Answer answer) {
            return answer.isSuccess()
                    || isConflict(outcome)
                    || answer.status() == 408
                    || (answer.status() >= 500 && answer.status() != 501);
        }
        return ((Failure) outcome).sent();
    }

    /** A success that tells of an error is told the same again. */
    private static boolean isRefused(Outcome outcome) {
        return outcome instanceof Answer answer && answer.isSuccess() && ErrorBody.isError(answer);
    }

    private static boolean isConflict(Outcome outcome) {
        return outcome instanceof Answer answer && answer.status() == 409;
    }

    /** Waits, as far as the bounds allow, and looks; only after the whole wait does an absence mean anything. */
    private Optional<Created> look(
            ApiCall call, ActionVersion draft, Outcome outcome, Attempts attempts, Existing existing)
            throws CxoneException {
        if (isConflict(outcome)) {
            Optional<Created> found = find(call, draft, outcome, existing);
            if (found.isPresent()) {
                return found;
            }
        }
        Duration wait = attempts.atMost(timeUntilVisible(outcome));
        events.unclear(call.doing(), Failures.brief(call, outcome), wait);
        Sender.pause(call, attempts, wait);
        return find(call, draft, outcome, existing);
    }

    private Duration timeUntilVisible(Outcome outcome) {
        if (!(outcome instanceof Answer answer)) {
            return VISIBLE_AFTER;
        }
        return RetryAfter.of(answer, time.now()).orElse(answer.status() == 500 ? VISIBLE_AFTER_500 : VISIBLE_AFTER);
    }

    private Optional<Created> find(ApiCall call, ActionVersion draft, Outcome outcome, Existing existing)
            throws CxoneException {
        Listing listing;
        try {
            listing = list.of(draft.name());
        } catch (UnavailableException e) {
            throw undecided(call, outcome, "the tenant could not be asked. " + e.getMessage());
        }
        if (listing instanceof Listing.Unreadable unreadable) {
            throw unreadable(call, draft, outcome, unreadable);
        }
        List<ActionVersion> found = ((Listing.Versions) listing)
                .versions().stream()
                        .filter(version -> version.version().equals(draft.version()))
                        .toList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        for (ActionVersion version : found) {
            existing.accept(version);
        }
        return Optional.of(new Created(found.get(0), isConflict(outcome) ? How.ALREADY_THERE : How.FOUND));
    }

    private static CxoneException unreadable(
            ApiCall call, ActionVersion draft, Outcome outcome, Listing.Unreadable unreadable) {
        if (isConflict(outcome)) {
            return new RejectedException("Could not " + call.doing() + ": " + Failures.brief(call, outcome)
                    + ", so " + draft.label() + " exists already, and whether it is the same cannot be read ("
                    + unreadable.reason() + "). Deploy under a new version, or add its id to the receipts");
        }
        return undecided(
                call,
                outcome,
                "the tenant cannot be read (" + unreadable.reason()
                        + "). Look there for " + draft.label() + ": if it is there, add its id to the receipts; if not,"
                        + " deploy again with -Dcxone.assumeAbsent");
    }

    private static UnavailableException undecided(ApiCall call, Outcome outcome, String why) {
        return new UnavailableException("Could not " + call.doing() + ": " + Failures.brief(call, outcome)
                + "; whether it was created is unknown, because " + why);
    }
}

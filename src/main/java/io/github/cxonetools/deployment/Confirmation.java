package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Concurrently;
import io.github.cxonetools.client.DataActionsApi;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.client.Listings;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import io.github.cxonetools.deployment.difference.Comparison;
import io.github.cxonetools.deployment.difference.FieldDifference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Looks whether the tenant has what was deployed: once, under its id, as it was wanted. */
final class Confirmation {

    private final DataActionsApi api;
    private final Concurrently concurrently;
    private final Clock clock;

    Confirmation(DataActionsApi api, Concurrently concurrently, Clock clock) {
        this.api = api;
        this.concurrently = concurrently;
        this.clock = clock;
    }

    /** The outcomes as they are, or as failures, in their order. What nothing was done with is not looked at. */
    List<ActionOutcome> confirm(List<ActionOutcome> outcomes) throws CxoneException {
        List<String> names = outcomes.stream()
                .filter(Confirmation::isLookedAt)
                .map(outcome -> outcome.planned().name())
                .toList();
        Optional<Listings> listings = listings(names);
        return concurrently.all(outcomes, outcome -> isLookedAt(outcome) ? confirm(outcome, listings) : outcome);
    }

    private static boolean isLookedAt(ActionOutcome outcome) {
        boolean isRelied = outcome.planned().kind() == Kind.STAY_ACTIVE;
        return (outcome.done().isChange() || isRelied) && outcome.failure() == null;
    }

    /** Empty where there is no token, which every outcome then tells. */
    private Optional<Listings> listings(List<String> names) {
        try {
            return Optional.of(api.listings(names, concurrently));
        } catch (CxoneException e) {
            return Optional.empty();
        }
    }

    private ActionOutcome confirm(ActionOutcome outcome, Optional<Listings> listings) {
        Instant begun = clock.instant();
        String name = outcome.planned().name();
        try {
            Listing listing =
                    listings.isEmpty() ? api.list(name) : listings.get().of(name);
            boolean isFromPages = listings.isPresent() && listings.get().isRead();
            if (isFromPages && !problem(outcome, listing).isEmpty()) {
                // Pages are many answers, and this is the one that counts.
                listing = api.list(name);
            }
            if (listing instanceof Listing.Unreadable unreadable) {
                return outcome.withUnchecked(
                        "not confirmed, because the tenant cannot be read: " + unreadable.reason());
            }
            Optional<String> problem = problem(outcome, listing);
            return problem.isEmpty()
                    ? outcome
                    : outcome.withFailure(new RejectedException(problem.get()), since(begun));
        } catch (CxoneException e) {
            return outcome.withFailure(e, since(begun));
        }
    }

    private static Optional<String> problem(ActionOutcome outcome, Listing listing) {
        if (!(listing instanceof Listing.Versions told)) {
            return Optional.empty();
        }
        Kind kind = outcome.planned().kind();
        return kind == Kind.ACTIVATE || kind == Kind.STAY_ACTIVE ? inactive(outcome, told) : different(outcome, told);
    }

    /** What is newer is deprecated only where this one is active at that moment. */
    private static Optional<String> inactive(ActionOutcome outcome, Listing.Versions listing) {
        String label = outcome.planned().label() + " (id " + outcome.id() + ")";
        Optional<ActionVersion> found = listing.versions().stream()
                .filter(version -> Objects.equals(version.id(), outcome.id()))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.of(label + " is no longer in the tenant, so nothing above it was deprecated. Choose another"
                    + " with -Dcxone.toVersion=<version>");
        }
        return Boolean.TRUE.equals(found.get().deprecated())
                ? Optional.of(
                        label + " is deprecated: somebody did that after the plan was made, so nothing above it was"
                                + " deprecated. Type the same command again, or choose another with -Dcxone.toVersion=<version>")
                : Optional.empty();
    }

    private static Optional<String> different(ActionOutcome outcome, Listing.Versions listing) {
        ActionVersion wanted = outcome.planned().wanted();
        List<ActionVersion> found = listing.versions().stream()
                .filter(version -> version.version().equals(wanted.version()))
                .toList();
        if (found.size() > 1) {
            return Optional.of(wanted.label() + " is in the tenant " + found.size() + " times, as ids " + ids(found)
                    + ": another pipeline created it at the same time. Deprecate all but one");
        }
        if (found.isEmpty()) {
            return Optional.of(wanted.label() + " was " + outcome.done().words() + " (id " + outcome.id()
                    + "), but the tenant does not list it. Check the tenant");
        }
        Comparison comparison = Comparison.of(found.get(0), wanted).withoutDeprecation();
        return comparison.isSame()
                ? Optional.empty()
                : Optional.of(wanted.label() + " was " + outcome.done().words() + " (id " + outcome.id()
                        + "), but the tenant has it otherwise: "
                        + comparison.differences().stream()
                                .map(FieldDifference::toString)
                                .collect(Collectors.joining("; ")));
    }

    private static String ids(List<ActionVersion> versions) {
        return versions.stream()
                .map(ActionVersion::id)
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Duration since(Instant begun) {
        return Duration.between(begun, clock.instant());
    }
}

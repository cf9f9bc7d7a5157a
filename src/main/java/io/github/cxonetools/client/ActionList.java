package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.Outcome.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the versions of an action page by page, to the last. */
final class ActionList {

    static final String NO_SCOPE = "the token lacks the scope " + Scope.DATA_ACTIONS_READ.value();

    private static final int PAGE_SIZE = 100;

    /** A tenant that lists without end is broken; this many pages are more than any action has. */
    private static final int MOST_PAGES = 10_000;

    private final HttpUrl actions;
    private final Sender sender;
    private final ClientEvents events;

    ActionList(HttpUrl actions, Sender sender, ClientEvents events) {
        this.actions = actions;
        this.sender = sender;
        this.events = events;
    }

    Listing of(String name) throws CxoneException {
        if (sender.lacks(Scope.DATA_ACTIONS_READ)) {
            return unreadable(NO_SCOPE);
        }
        Collected collected = new Collected(name);
        for (int page = 1; page <= MOST_PAGES; page++) {
            ApiCall call = call(name, page);
            Answer answer = page == 1 ? sender.send(call, ActionList::isNoReading) : sender.send(call);
            if (!answer.isSuccess()) {
                return unreadable(Failures.brief(call, answer));
            }
            try {
                if (collected.addLast(sender.object(call, answer))) {
                    return new Listing.Versions(collected.versions);
                }
            } catch (IllegalArgumentException e) {
                throw sender.failures().malformed(call, String.valueOf(e.getMessage()));
            }
        }
        throw new UnavailableException("Could not read the versions of " + name + ": more than " + MOST_PAGES
                + " pages. Check cxone.actionsPath");
    }

    Listing unreadable(String reason) {
        events.unreadable(reason);
        return new Listing.Unreadable(reason);
    }

    /** What a tenant answers that knows no reading, or grants none. */
    static boolean isNoReading(int status) {
        return status == 403 || status == 404 || status == 405 || status == 501;
    }

    private ApiCall call(String name, int page) {
        HttpUrl url = actions.newBuilder()
                .addQueryParameter("name", name)
                .addQueryParameter("pageNumber", String.valueOf(page))
                .addQueryParameter("pageSize", String.valueOf(PAGE_SIZE))
                .build();
        return new ApiCall(
                "read the versions of " + name,
                ApiCall.Kind.READ,
                "GET",
                url,
                ApiCall.NO_BODY,
                Scope.DATA_ACTIONS_READ,
                ApiCall.LIST_BYTES);
    }

    /** What the pages so far have brought. */
    private static final class Collected {

        private final String name;
        private final List<ActionVersion> versions = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private int entities;

        Collected(String name) {
            this.name = name;
        }

        /** Adds a page; true if it was the last. */
        boolean addLast(ObjectNode page) {
            JsonNode list = page.path("entities");
            if (!list.isArray()) {
                throw new IllegalArgumentException("entities is no array");
            }
            boolean news = false;
            for (JsonNode entity : list) {
                news |= add(ActionJson.read(entity));
            }
            entities += list.size();
            JsonNode total = page.path("total");
            if (!total.isIntegralNumber()) {
                return list.size() < PAGE_SIZE || !news;
            }
            if (entities >= total.asLong()) {
                return true;
            }
            if (!news) {
                throw new IllegalArgumentException(
                        "total is " + total.asLong() + ", but the pages end after " + entities);
            }
            return false;
        }

        private boolean add(ActionVersion version) {
            String id = version.id();
            boolean isNew = id == null || seen.add(id);
            // A tenant may take the name for a prefix, or not look at it at all.
            if (isNew && version.name().equals(name)) {
                versions.add(version);
            }
            return isNew;
        }
    }
}

package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.http.ApiCall;
import io.github.cxonetools.client.http.Attempts;
import io.github.cxonetools.client.http.BearerChallenge;
import io.github.cxonetools.client.http.ErrorWords;
import io.github.cxonetools.client.http.Failures;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads the versions of an action, or of all actions, page by page, to the last. */
final class ActionList {

    static final String NO_SCOPE = "the token lacks the scope " + Scope.DATA_ACTIONS_READ.value();

    /** More than any action has: what a tenant lists without end would fill the memory before the time is up. */
    private static final long MOST_BYTES = 4 * ApiCall.LIST_BYTES;

    private final HttpUrl actions;
    private final Sender sender;
    private final ClientEvents events;

    ActionList(HttpUrl actions, Sender sender, ClientEvents events) {
        this.actions = actions;
        this.sender = sender;
        this.events = events;
    }

    Listing of(String name) throws CxoneException {
        List<ActionVersion> versions = new ArrayList<>();
        String reason = read(page -> call(name, page), ActionList::isNoReading, MOST_BYTES, version -> {
            // A tenant may take the name for a prefix, or not look at it at all.
            if (version.name().equals(name)) {
                versions.add(version);
            }
        });
        return reason == null ? new Listing.Versions(versions) : unreadable(reason);
    }

    /** @return why the tenant tells nothing; null where it did */
    @Nullable
    String all(Consumer<ActionVersion> found) throws CxoneException {
        return read(page -> call(null, page), ActionList::isNoReadingOfAll, Long.MAX_VALUE, found);
    }

    private @Nullable String read(
            IntFunction<ApiCall> calls, Predicate<Answer> noReading, long mostBytes, Consumer<ActionVersion> found)
            throws CxoneException {
        if (sender.lacks(Scope.DATA_ACTIONS_READ)) {
            return NO_SCOPE;
        }
        ActionPages pages = new ActionPages(found);
        Attempts bounds = sender.attempts();
        long bytes = 0;
        for (int page = 1; ; page++) {
            ApiCall call = calls.apply(page);
            Answer answer = sender.send(call, page == 1 ? noReading : ActionList::isNoSuchPage);
            if (page == 1 && !answer.isSuccess()) {
                return reason(call, answer);
            }
            if (isLast(pages, call, answer)) {
                return null;
            }
            bytes += answer.body().length;
            if (bounds.isOverdue() || bytes > mostBytes) {
                throw endless(call, page, bounds);
            }
        }
    }

    private boolean isLast(ActionPages pages, ApiCall call, Answer answer) throws CxoneException {
        ActionPage page = page(call, answer);
        try {
            return pages.addLast(page);
        } catch (IllegalArgumentException e) {
            throw sender.unfit(call, answer, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Fails where there is no token.
     *
     * @return whether a token allows to read, as far as it says
     */
    boolean isAllowed() throws CxoneException {
        return !sender.lacks(Scope.DATA_ACTIONS_READ);
    }

    /** The first page of all actions; null where the tenant tells nothing, or only of what is named. */
    @Nullable
    ActionPage firstPage() throws CxoneException {
        ApiCall call = call(null, 1);
        Answer answer = sender.send(call, ActionList::isNoReadingOfAll);
        return answer.isSuccess() ? page(call, answer) : null;
    }

    /** A later page of all actions; an empty one behind the last. */
    ActionPage page(int number) throws CxoneException {
        ApiCall call = call(null, number);
        return page(call, sender.send(call, ActionList::isNoSuchPage));
    }

    private ActionPage page(ApiCall call, Answer answer) throws CxoneException {
        if (isNoSuchPage(answer)) {
            return ActionPage.NONE;
        }
        ObjectNode page = sender.object(call, answer);
        if (ErrorWords.isError(page)) {
            throw sender.unfit(call, answer, "it tells of an error");
        }
        try {
            return ActionPage.read(page, sender::version);
        } catch (IllegalArgumentException e) {
            throw sender.unfit(call, answer, String.valueOf(e.getMessage()));
        }
    }

    /** What some tenants answer behind the last page. */
    private static boolean isNoSuchPage(Answer answer) {
        return answer.status() == 204 || answer.status() == 404 || answer.status() == 416;
    }

    private static UnavailableException endless(ApiCall call, int pages, Attempts bounds) {
        return new UnavailableException("Could not " + call.doing() + ": " + call.endpoint() + " at " + call.host()
                + " lists without end, " + pages + " pages so far" + (bounds.isOverdue() ? bounds.overdue() : "")
                + ". Check cxone.baseUrl and cxone.actionsPath, or raise cxone.maxWait");
    }

    Listing unreadable(ApiCall call, Answer answer) {
        return unreadable(reason(call, answer));
    }

    private static String reason(ApiCall call, Answer answer) {
        return BearerChallenge.of(answer).lacksScope() ? NO_SCOPE : Failures.brief(call, answer);
    }

    Listing unreadable(String reason) {
        events.unreadable(reason);
        return new Listing.Unreadable(reason);
    }

    /** What a tenant answers that knows no reading, or grants none. */
    static boolean isNoReading(Answer answer) {
        int status = answer.status();
        return status == 403
                || status == 404
                || status == 405
                || status == 501
                || (status == 401 && BearerChallenge.of(answer).lacksScope());
    }

    /** What a tenant answers that lists only what is named. */
    private static boolean isNoReadingOfAll(Answer answer) {
        return isNoReading(answer) || answer.status() == 400 || answer.status() == 422;
    }

    /** @param name null for all actions */
    private ApiCall call(@Nullable String name, int page) {
        HttpUrl.Builder url = actions.newBuilder();
        if (name != null) {
            url.addQueryParameter("name", name);
        }
        url.addQueryParameter("pageNumber", String.valueOf(page));
        url.addQueryParameter("pageSize", String.valueOf(ActionPage.SIZE));
        return new ApiCall(
                name == null ? "read all actions" : "read the versions of " + name,
                ApiCall.CallKind.READ,
                "GET",
                url.build(),
                ApiCall.NO_BODY,
                Scope.DATA_ACTIONS_READ,
                ApiCall.LIST_BYTES);
    }
}

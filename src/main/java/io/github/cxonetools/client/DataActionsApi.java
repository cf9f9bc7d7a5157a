package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.http.ApiCall;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The versions of actions in a tenant. */
public final class DataActionsApi {

    /** What every tenant can change of a version; not every one takes a deprecation back. */
    private static final Set<String> CONFIRMED = Set.of("version", "isDeprecated");

    private final HttpUrl actions;
    private final Sender sender;
    private final ActionList list;
    private final Creation creation;

    DataActionsApi(HttpUrl actions, Sender sender, ClientEvents events, Time time) {
        this.actions = actions;
        this.sender = sender;
        this.list = new ActionList(actions, sender, events);
        this.creation = new Creation(actions, sender, list, events, time);
    }

    /** All versions of the action {@code name}: every page is read. */
    public Listing list(String name) throws CxoneException {
        return list.of(name);
    }

    /**
     * The versions of several actions, in the fewest requests: the pages of all actions are read now, or each name is asked for
     * when it is wanted. The first page decides.
     *
     * @throws CxoneException where there is no token; what else is wrong, {@link Listings#of} tells
     */
    public Listings listings(Collection<String> names, Concurrently concurrently) throws CxoneException {
        return Listings.of(list, names, concurrently);
    }

    /**
     * Reads every version of every action, page by page.
     *
     * @param found is told each, as the pages come; not all of them where this fails
     * @return why the tenant tells nothing of that, for example {@code GET /api/v2/data-actions answered 405}; null where it
     *     has told all
     */
    public @Nullable String all(Consumer<ActionVersion> found) throws CxoneException {
        return list.all(found);
    }

    /** The version with the tenant's {@code id}; an empty list where there is none. */
    public Listing get(String id) throws CxoneException {
        if (sender.lacks(Scope.DATA_ACTIONS_READ)) {
            return list.unreadable(ActionList.NO_SCOPE);
        }
        ApiCall call = new ApiCall(
                "read the action with id " + id,
                ApiCall.CallKind.READ,
                "GET",
                url(id),
                ApiCall.NO_BODY,
                Scope.DATA_ACTIONS_READ,
                ApiCall.ACTION_BYTES);
        Answer answer = sender.send(call, ActionList::isNoReading);
        if (answer.isSuccess()) {
            return new Listing.Versions(List.of(version(call, answer)));
        }
        return answer.status() == 404 ? new Listing.Versions(List.of()) : list.unreadable(call, answer);
    }

    /**
     * Creates a version. Where the outcome of a request is unclear, nothing is sent again before a complete listing, begun
     * after a wait, lacks the version.
     *
     * @param draft without id
     * @param existing checks a version of that name and label which is found there instead
     */
    public Created create(ActionVersion draft, Existing existing) throws CxoneException {
        return creation.create(draft, existing);
    }

    /**
     * Changes some fields of a version.
     *
     * @param change the fields, under the names of the wire
     * @param doing what the change does, as it completes "Could not …"
     */
    public ActionVersion patch(String id, ObjectNode change, String doing) throws CxoneException {
        ApiCall call = new ApiCall(
                doing,
                isConfirmed(change) ? ApiCall.CallKind.CHANGE : ApiCall.CallKind.UPDATE,
                "PATCH",
                url(id),
                Json.compact(change).getBytes(StandardCharsets.UTF_8),
                Scope.DATA_ACTIONS_WRITE,
                ApiCall.ACTION_BYTES);
        return version(call, sender.send(call));
    }

    private static boolean isConfirmed(ObjectNode change) {
        return CONFIRMED.containsAll(change.propertyNames())
                && change.path("isDeprecated").asBoolean(true);
    }

    private HttpUrl url(String id) throws RejectedException {
        return below(actions, id).build();
    }

    /** The path of one action; an id that would lead elsewhere is refused, whoever gave it. */
    static HttpUrl.Builder below(HttpUrl actions, String id) throws RejectedException {
        try {
            return actions.newBuilder().addPathSegment(ActionId.requirePlain(id));
        } catch (IllegalArgumentException e) {
            throw new RejectedException("Nothing was sent: " + e.getMessage() + ". Use an id as the tenant tells it");
        }
    }

    private ActionVersion version(ApiCall call, Answer answer) throws CxoneException {
        try {
            return sender.version(sender.object(call, answer));
        } catch (IllegalArgumentException e) {
            throw sender.unfit(call, answer, String.valueOf(e.getMessage()));
        }
    }
}

package io.github.cxonetools.client.auth;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.http.ApiCall;
import io.github.cxonetools.client.http.Attempts;
import io.github.cxonetools.client.http.Failures;
import io.github.cxonetools.client.http.Outcome;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.http.Retries;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.Time;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.Secrets;
import java.time.Duration;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Obtains an access token once and keeps it while it lasts; one request at a time, whoever asks. */
public final class AccessTokens {

    private static final Duration EARLY = Duration.ofSeconds(60);

    private final HttpUrl tokenUrl;
    private final Grant grant;
    private final Retries retries;
    private final Failures failures;
    private final Secrets secrets;
    private final ClientEvents events;
    private final Time time;

    private @Nullable AccessToken token;
    private @Nullable RejectedException refusal;

    public AccessTokens(
            HttpUrl tokenUrl,
            Grant grant,
            Retries retries,
            Failures failures,
            Secrets secrets,
            ClientEvents events,
            Time time) {
        this.tokenUrl = tokenUrl;
        this.grant = grant;
        this.retries = retries;
        this.failures = failures;
        this.secrets = secrets;
        this.events = events;
        this.time = time;
    }

    /** A token that counts as valid. */
    public synchronized AccessToken current() throws CxoneException {
        AccessToken known = token;
        return known != null && known.isUsable(time.nanoTime()) ? known : fetch();
    }

    /** The last token, even if it has expired: what it allows, the next one does as well. */
    public synchronized AccessToken latest() throws CxoneException {
        AccessToken known = token;
        return known == null ? fetch() : known;
    }

    /** A token other than {@code refused}; another thread may have renewed it already. */
    public synchronized AccessToken renewed(AccessToken refused) throws CxoneException {
        AccessToken known = token;
        return known != null && known != refused && known.isUsable(time.nanoTime()) ? known : fetch();
    }

    private AccessToken fetch() throws CxoneException {
        if (refusal != null) {
            // Who is refused once is refused again; asking for each action would only lock the client out.
            throw new RejectedException(String.valueOf(refusal.getMessage()), refusal);
        }
        token = null;
        try {
            AccessToken fetched = request();
            token = fetched;
            events.tokenObtained(
                    grant.credentials().clientId(), grant.credentials().source(), tokenUrl.uri());
            return fetched;
        } catch (RejectedException e) {
            refusal = e;
            throw e;
        }
    }

    private AccessToken request() throws CxoneException {
        Attempts attempts = retries.attempts();
        Grant.Form form = grant.form();
        ApiCall call = call(form);
        Outcome outcome = retries.send(call, form.authorization(), attempts);
        if (outcome instanceof Answer answer && answer.status() == 401 && grant.mayChange()) {
            Grant.Form again = grant.form();
            if (!again.equals(form)) {
                call = call(again);
                outcome = retries.send(call, again.authorization(), attempts);
            }
        }
        if (outcome instanceof Answer answer && answer.isSuccess()) {
            return read(call, answer, attempts);
        }
        throw failures.of(call, outcome, attempts);
    }

    private ApiCall call(Grant.Form form) {
        return new ApiCall(
                "obtain an access token",
                ApiCall.CallKind.TOKEN,
                "POST",
                tokenUrl,
                form.body(),
                null,
                ApiCall.TOKEN_BYTES);
    }

    private AccessToken read(ApiCall call, Answer answer, Attempts attempts) throws CxoneException {
        long now = time.nanoTime();
        JsonNode json;
        try {
            json = Json.readLenient(answer.body());
        } catch (JacksonException e) {
            throw failures.malformed(call, Failures.noJson(e));
        }
        TokenAnswer told = TokenAnswer.of(json);
        if (told.value().isEmpty()) {
            throw failures.unfit(call, answer, attempts, "access_token is missing, or is not a bearer token");
        }
        secrets.add(told.value());
        Duration lifetime = told.lifetime();
        Long expires = lifetime == null
                ? null
                : Long.valueOf(now + lifetime.minus(EARLY).toNanos());
        return new AccessToken(told.value(), told.scopes(), expires);
    }
}

package io.github.cxonetools.client;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Json;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.Outcome.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Obtains an access token once and keeps it while it lasts; one request at a time, whoever asks. */
final class AccessTokens {

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

    AccessTokens(
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
    synchronized AccessToken current() throws CxoneException {
        AccessToken known = token;
        return known != null && known.isUsable(time.nanoTime()) ? known : fetch();
    }

    /** A token other than {@code refused}; another thread may have renewed it already. */
    synchronized AccessToken renewed(AccessToken refused) throws CxoneException {
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
        Outcome outcome = retries.settle(call, form.authorization(), attempts);
        if (outcome instanceof Answer answer && answer.status() == 401 && grant.mayChange()) {
            Grant.Form again = grant.form();
            if (!again.equals(form)) {
                call = call(again);
                outcome = retries.settle(call, again.authorization(), attempts);
            }
        }
        if (outcome instanceof Answer answer && answer.isSuccess()) {
            return read(call, answer, time.nanoTime());
        }
        throw failures.of(call, outcome, attempts);
    }

    private ApiCall call(Grant.Form form) {
        return new ApiCall(
                "obtain an access token", ApiCall.Kind.TOKEN, "POST", tokenUrl, form.body(), null, ApiCall.TOKEN_BYTES);
    }

    private AccessToken read(ApiCall call, Answer answer, long now) throws CxoneException {
        JsonNode json;
        try {
            json = Json.read(answer.body());
        } catch (JacksonException e) {
            throw failures.malformed(call, "no JSON (" + Json.describe(e) + ")");
        }
        String value = json.path("access_token").stringValue("");
        // RFC 6750 section 2.1; anything else could not be sent as a header.
        if (!value.matches("[A-Za-z0-9._~+/=-]+")) {
            throw failures.malformed(call, "access_token is missing, or is no bearer token");
        }
        secrets.add(value);
        JsonNode expiresIn = json.path("expires_in");
        JsonNode scope = json.path("scope");
        return new AccessToken(value, scopes(scope.stringValue("")), expires(call, expiresIn, now));
    }

    private static @Nullable Set<String> scopes(String text) {
        return text.isBlank() ? null : Set.copyOf(List.of(text.strip().split("\\s+")));
    }

    private @Nullable Long expires(ApiCall call, JsonNode expiresIn, long now) throws CxoneException {
        if (expiresIn.isMissingNode() || expiresIn.isNull()) {
            return null;
        }
        String text = expiresIn.isNumber() ? expiresIn.numberValue().toString() : expiresIn.stringValue("");
        if (!text.matches("\\d{1,9}(\\.\\d+)?")) {
            throw failures.malformed(call, "expires_in is no number of seconds");
        }
        long seconds = Long.parseLong(text.replaceAll("\\..*", ""));
        return now + Duration.ofSeconds(seconds).minus(EARLY).toNanos();
    }
}

package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.auth.AccessToken;
import io.github.cxonetools.client.auth.AccessTokens;
import io.github.cxonetools.client.http.ApiCall;
import io.github.cxonetools.client.http.Attempts;
import io.github.cxonetools.client.http.BearerChallenge;
import io.github.cxonetools.client.http.Failures;
import io.github.cxonetools.client.http.Outcome;
import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.client.http.Retries;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.Scope;
import io.github.cxonetools.json.Json;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sends calls to the API with a token that allows them, and classifies what comes back. */
final class Sender {

    private final AccessTokens tokens;
    private final Retries retries;
    private final Failures failures;
    private final Credentials credentials;
    private final boolean readOnly;

    Sender(AccessTokens tokens, Retries retries, Failures failures, Credentials credentials, boolean readOnly) {
        this.tokens = tokens;
        this.retries = retries;
        this.failures = failures;
        this.credentials = credentials;
        this.readOnly = readOnly;
    }

    /** The same, but nothing that could change the tenant leaves it. */
    Sender readOnly() {
        return new Sender(tokens, retries, failures, credentials, true);
    }

    Attempts attempts() {
        return retries.attempts();
    }

    /** Sends {@code call}; the answer is a success. */
    Answer send(ApiCall call) throws CxoneException {
        return send(call, answer -> false);
    }

    /** Sends {@code call}; the answer is a success, or one that the caller accepts. */
    Answer send(ApiCall call, Predicate<Answer> accepted) throws CxoneException {
        Attempts attempts = attempts();
        Outcome outcome = outcome(call, attempts);
        if (outcome instanceof Answer answer && (answer.isSuccess() || accepted.test(answer))) {
            return answer;
        }
        throw failures.of(call, outcome, attempts);
    }

    /** Sends {@code call} until its outcome is final; a refused token is renewed once. */
    Outcome outcome(ApiCall call, Attempts attempts) throws CxoneException {
        if (readOnly && !call.kind().isRead()) {
            throw new IllegalStateException("A read-only client must not send " + call.endpoint());
        }
        AccessToken token = tokens.current();
        Scope scope = call.scope();
        if (scope != null && token.lacks(scope)) {
            throw missing(scope, "Could not " + call.doing());
        }
        Outcome outcome = retries.send(call, token.header(), attempts);
        if (outcome instanceof Answer answer
                && answer.status() == 401
                && !BearerChallenge.of(answer).lacksScope()) {
            return retries.send(call, tokens.renewed(token).header(), attempts);
        }
        return outcome;
    }

    /** Fails where the token is known to lack {@code scope}. */
    void require(Scope scope, String goal) throws CxoneException {
        if (tokens.latest().lacks(scope)) {
            throw missing(scope, goal + " cannot run");
        }
    }

    boolean lacks(Scope scope) throws CxoneException {
        return tokens.latest().lacks(scope);
    }

    private RejectedException missing(Scope scope, String what) {
        return new RejectedException(what + ": the token of client " + credentials.clientId()
                + " lacks the scope " + scope.value() + ". Grant it to the client (credentials from "
                + credentials.source() + ")");
    }

    /** The answer's JSON object. */
    ObjectNode object(ApiCall call, Answer answer) throws UnavailableException {
        try {
            JsonNode json = Json.readLenient(answer.body());
            if (json instanceof ObjectNode object) {
                return object;
            }
            throw failures.malformed(call, "no JSON object");
        } catch (JacksonException e) {
            throw failures.malformed(call, Failures.noJson(e));
        }
    }

    /** What to throw for a success that is not what was asked for. */
    CxoneException unfit(ApiCall call, Answer answer, String problem) {
        return failures.unfit(call, answer, attempts(), problem);
    }

    /**
     * A version of an action.
     *
     * @throws IllegalArgumentException where a field cannot be what it is, or the id holds a secret, which would be kept
     */
    ActionVersion version(JsonNode json) {
        ActionVersion version = ActionJson.read(json);
        if (version.id() != null && failures.secrets().isIn(version.id())) {
            throw new IllegalArgumentException("an id holds a secret");
        }
        return version;
    }

    Failures failures() {
        return failures;
    }

    /** Waits on behalf of one call. */
    static void pause(ApiCall call, Attempts attempts, Duration wait) throws UnavailableException {
        try {
            attempts.pause(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("Could not " + call.doing() + ": interrupted while waiting", e);
        }
    }
}

package io.github.cxonetools.client.http;

import io.github.cxonetools.client.http.Outcome.Answer;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.Secrets;
import io.github.cxonetools.text.VisibleText;
import java.util.Set;
import tools.jackson.core.JacksonException;

/** What a server says about a failure, in any of the shapes that are known, else as it came. */
public final class ErrorBody {

    private static final int LONGEST = 2000;

    private ErrorBody() {}

    /** One line of at most 2,000 characters, secrets masked; empty where the server says nothing. */
    static String text(Answer answer, Secrets secrets) {
        String text = clean(secrets.mask(said(answer, secrets)));
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Whether a body says, in spite of its status, that something went wrong. */
    public static boolean isError(Answer answer) {
        try {
            return ErrorWords.isError(Json.readLenient(answer.body()));
        } catch (JacksonException e) {
            return false;
        }
    }

    /** The codes of a body: {@code invalid_client} of {@code {"error":"invalid_client"}}, at whatever depth. */
    static Set<String> codes(Answer answer) {
        try {
            return ErrorWords.codes(Json.readLenient(answer.body()));
        } catch (JacksonException e) {
            return Set.of();
        }
    }

    /** What the body says, and the header besides (RFC 6750 section 3). */
    private static String said(Answer answer, Secrets secrets) {
        // Only the beginning of a long body is read.
        String body = secrets.maskCut(ErrorWords.of(answer.text()));
        String header = BearerChallenge.of(answer).words();
        if (body.isBlank() || body.contains(header)) {
            return body.isBlank() ? header : body;
        }
        return body + " (" + header + ")";
    }

    /** A terminal must not obey what a server sends, nor a reader take its lines for Maven's. */
    private static String clean(String text) {
        return VisibleText.oneLine(text.replaceAll("\\s+", " ").strip());
    }
}

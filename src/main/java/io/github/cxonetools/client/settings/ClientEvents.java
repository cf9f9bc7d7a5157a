package io.github.cxonetools.client.settings;

import java.net.URI;
import java.time.Duration;

/** What happens on the way to an answer. Methods may be called from several threads; none may block for long. */
public interface ClientEvents {

    /**
     * A token was obtained.
     *
     * @param source where the credentials come from, as {@link Credentials#source()}
     */
    void tokenObtained(String clientId, String source, URI tokenUrl);

    /**
     * A call failed for now and is repeated after a wait that begins now.
     *
     * @param what what the call does, as it completes "Could not …"
     * @param cause for example {@code POST /oauth/token answered 503}
     * @param nextAttempt the number of the attempt that follows, from 2
     */
    void waiting(String what, String cause, Duration wait, int nextAttempt, int maxAttempts);

    /**
     * A creation's outcome is unclear; after a wait that begins now the tenant is asked whether it happened.
     *
     * @param what as in {@link #waiting}
     * @param cause for example {@code POST /api/v2/data-actions answered 503}
     */
    void unclear(String what, String cause, Duration wait);

    /**
     * The tenant cannot be read; told once.
     *
     * @param reason for example {@code GET /api/v2/data-actions answered 405}
     */
    void unreadable(String reason);

    /** Something that the user should change. */
    void warning(String message);
}

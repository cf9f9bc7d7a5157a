package io.github.cxonetools.client.http;

import io.github.cxonetools.client.settings.Scope;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call: its request, how messages name it, and whether it may be repeated.
 *
 * @param doing what it does, as it completes "Could not …"
 * @param kind what may be done with it
 * @param scope what a token must allow, or null
 * @param body JSON or a form in UTF-8; empty for a GET
 * @param maxBytes the largest answer that is read
 */
public record ApiCall(
        String doing,
        CallKind kind,
        String method,
        HttpUrl url,
        byte[] body,
        @Nullable Scope scope,
        long maxBytes) {

    public static final byte[] NO_BODY = {};

    public static final long TOKEN_BYTES = 64L << 10;
    public static final long ACTION_BYTES = 4L << 20;
    public static final long LIST_BYTES = 64L << 20;

    /** Decides what may be repeated, and what a read-only view lets through. */
    public enum CallKind {
        TOKEN(true, true),
        READ(true, true),
        CHANGE(false, true),
        /** A change of what a version is, which not every tenant knows. */
        UPDATE(false, true),
        CREATE(false, false),
        EXECUTE(false, false);

        private final boolean read;
        private final boolean idempotent;

        CallKind(boolean read, boolean idempotent) {
            this.read = read;
            this.idempotent = idempotent;
        }

        public boolean isRead() {
            return read;
        }

        boolean isIdempotent() {
            return idempotent;
        }
    }

    /** {@code POST /api/v2/data-actions}, without host and query. */
    public String endpoint() {
        return method + " " + url.encodedPath();
    }

    /** The host, with its port where that is not the scheme's own. */
    public String host() {
        return url.port() == HttpUrl.defaultPort(url.scheme()) ? url.host() : url.host() + ":" + url.port();
    }

    /** Bodies and queries are left out: they may hold what nobody should read. */
    @Override
    public String toString() {
        return endpoint();
    }
}

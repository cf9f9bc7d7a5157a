package io.github.cxonetools.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** What came of sending one request. */
public sealed interface Outcome {

    /** An answer, whole if it is a success; of a failure's body only the beginning. */
    record Answer(int status, Headers headers, byte[] body) implements Outcome {

        public boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    /**
     * No whole answer.
     *
     * @param sent whether the server may have handled the request: false only where not a byte of it left, or the server
     *     said so
     * @param status what the answer began with; null where none came
     */
    record Failure(
            IOException cause, boolean sent, @Nullable Integer status) implements Outcome {

        /** Whether the connection broke before any answer; a silence until the time is up is something else. */
        boolean isConnectionClosed() {
            return status == null && !(cause instanceof InterruptedIOException);
        }
    }
}

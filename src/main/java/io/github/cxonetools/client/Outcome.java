package io.github.cxonetools.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Headers;

/** What came of sending one request. */
sealed interface Outcome {

    /** An answer, whole if it is a success; of a failure's body only the beginning. */
    record Answer(int status, Headers headers, byte[] body) implements Outcome {

        boolean isSuccess() {
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
     * @param sent whether the server may have seen the request: false only where not a byte of it left
     */
    record Failure(IOException cause, boolean sent) implements Outcome {}
}

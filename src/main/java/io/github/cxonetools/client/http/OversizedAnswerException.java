package io.github.cxonetools.client.http;

import io.github.cxonetools.client.settings.Words;
import java.io.IOException;

/** An answer that is larger than any that belongs to this call. */
final class OversizedAnswerException extends IOException {

    private static final long serialVersionUID = 1;

    OversizedAnswerException(long maxBytes) {
        super("the answer is larger than " + Words.bytes(maxBytes));
    }
}

package io.github.cxonetools.client.http;

import java.io.IOException;

/** The proxy does not let this client through; the message says why and what to do. */
public final class ProxyRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    ProxyRefusedException(String message) {
        super(message);
    }
}

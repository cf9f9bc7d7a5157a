package io.github.cxonetools.tenant;

import java.net.URI;

/** What a {@link HandlerServer} tells whoever started it. */
public interface HandlerEvents {

    /** Hears nothing. */
    HandlerEvents NONE = new HandlerEvents() {};

    /** The handler answers at its URL now. */
    default void served(URI url) {}

    /** Something listens on the URL's port already; it is left alone. */
    default void alreadyListening(URI url) {}
}

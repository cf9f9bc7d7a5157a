package io.github.cxonetools.tenant.handlers;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What a {@link HandlerServer} tells whoever started it. */
public interface HandlerEvents {

    /** Hears nothing. */
    HandlerEvents NONE = new HandlerEvents() {};

    /** The handler answers at its URL now. */
    default void served(URI url) {}

    /**
     * A call of the handler failed.
     *
     * @param problem begins with the exception's class, {@code exit <code>}, {@code binding: } or {@code output: }
     * @param stack as a JVM prints it; null where that is not known
     */
    default void failed(URI url, String problem, @Nullable String stack) {}

    /** Something listens on the URL's port already; it is left alone. */
    default void alreadyListening(URI url) {}
}

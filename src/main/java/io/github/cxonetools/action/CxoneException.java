package io.github.cxonetools.action;

import org.jspecify.annotations.Nullable;

/**
 * A failure that ends a goal. There are two kinds, by whose fault it is, so that the one translation to Maven's exceptions
 * is complete by construction. Messages say what failed, on what, and what to do; they never hold a secret.
 */
public abstract sealed class CxoneException extends Exception permits RejectedException, UnavailableException {

    private static final long serialVersionUID = 1;

    CxoneException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

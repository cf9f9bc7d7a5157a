package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.RejectedException;

/** Checks a version that is found in the tenant where one was to be created. */
@FunctionalInterface
public interface Existing {

    /**
     * Accepts {@code found} as what was wanted.
     *
     * @throws RejectedException where it differs
     */
    void accept(ActionVersion found) throws RejectedException;
}

package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;

/**
 * How a version came to be in the tenant.
 *
 * @param version as the tenant has it, with its id
 * @param how who made it, as far as that can be known
 */
public record Created(ActionVersion version, How how) {

    /** Who made it. */
    public enum How {
        /** The tenant said so. */
        ANSWERED,
        /** The answer was lost; afterwards the version was there, as wanted. */
        FOUND,
        /** The tenant refused, because the version was there already, as wanted. */
        ALREADY_THERE
    }
}

package com.example.orders;

import jakarta.validation.constraints.NotNull;

/**
 * What the caller is told.
 *
 * @param orderState where the order is
 */
public record OrderAnswer(@NotNull State orderState) {

    public enum State {
        ON_ITS_WAY,
        DELIVERED
    }
}

package com.example.loyalty;

import jakarta.validation.constraints.NotNull;

/**
 * The tier, and what it allows.
 *
 * @param name of the tier
 * @param discount that may be offered; 0.1 is ten percent
 */
public record Tier(@NotNull Name name, double discount) {

    public enum Name {
        BASIC,
        GOLD
    }
}

package com.example.loyalty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * What a customer has bought.
 *
 * @param customerId as the shop numbers its customers. It begins with a C
 * @param total in euros, of the last twelve months
 */
public record Purchases(
        @NotBlank @Pattern(regexp = "C[0-9]{6}") String customerId, @PositiveOrZero int total) {}

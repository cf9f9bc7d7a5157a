package com.example.orders;

import jakarta.validation.constraints.NotBlank;

/**
 * What a caller asks.
 *
 * @param orderNumber as it stands on the bill
 */
public record OrderQuestion(@NotBlank String orderNumber) {}

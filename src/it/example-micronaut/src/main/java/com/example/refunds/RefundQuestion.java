package com.example.refunds;

import jakarta.validation.constraints.NotBlank;

/** @param number of the refund, as the letter says */
public record RefundQuestion(@NotBlank String number) {}

package com.example.refunds;

/** @param paid whether the money is on its way */
public record RefundAnswer(boolean paid) {}

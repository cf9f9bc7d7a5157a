package com.example.optional;

public record Money(String currency, long cents) {}

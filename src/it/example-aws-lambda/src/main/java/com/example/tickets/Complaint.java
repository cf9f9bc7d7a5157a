package com.example.tickets;

/**
 * What a caller complains of.
 *
 * @param text in the caller's words
 */
public record Complaint(String text) {}

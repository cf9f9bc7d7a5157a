package com.example.tickets;

/**
 * A ticket.
 *
 * @param number that the caller is told
 * @param searched whether there was time to look for others of the kind
 */
public record Ticket(String number, boolean searched) {}

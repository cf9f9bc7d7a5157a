package com.example.tickets;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

public class Tickets {

    /** Opens a ticket, and asks another system for its number. */
    public CompletionStage<Ticket> createLater(Complaint complaint) {
        return CompletableFuture.supplyAsync(() -> complaint.text().strip())
                .thenApply(text -> {
                    if (text.isEmpty()) {
                        throw new IllegalArgumentException("a complaint without words");
                    }
                    return new Ticket("T-" + Math.abs(text.hashCode()), false);
                });
    }
}

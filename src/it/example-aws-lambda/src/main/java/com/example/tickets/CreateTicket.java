package com.example.tickets;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Opens a ticket for what a caller complains of. */
public class CreateTicket implements RequestHandler<Complaint, Ticket> {

    private static final int MILLIS_OF_A_SEARCH = 500;

    @Override
    public Ticket handleRequest(Complaint complaint, Context context) {
        context.getLogger().log(context.getFunctionName() + " opens a ticket");
        boolean mayBeKnown = context.getRemainingTimeInMillis() > MILLIS_OF_A_SEARCH;
        return new Ticket("T-" + Math.abs(complaint.text().hashCode()), mayBeKnown);
    }
}

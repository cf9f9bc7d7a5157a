package com.example.appointments;

import java.util.function.Function;

/** Books an appointment at a branch. */
public class BookAppointment implements Function<Appointment, Confirmation> {

    @Override
    public Confirmation apply(Appointment appointment) {
        return Confirmation.builder()
                .number("A-" + appointment.getBranch())
                .topics(appointment.getTopics().size())
                .build();
    }
}

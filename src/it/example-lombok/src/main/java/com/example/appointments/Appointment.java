package com.example.appointments;

import jakarta.validation.constraints.NotBlank;
import java.util.List;
import lombok.Builder;
import lombok.NonNull;
import lombok.Value;
import lombok.extern.jackson.Jacksonized;

/** What a caller wants an appointment for. */
@Value
@Builder
@Jacksonized
public class Appointment {

    /** The branch's code, as on its door. */
    @NonNull
    @NotBlank
    String branch;

    /** What to talk about. */
    @Builder.Default
    List<String> topics = List.of("advice");
}

package com.example.appointments;

import lombok.Builder;
import lombok.Data;

@Data
@Builder
public class Confirmation {

    /** What the caller says at the branch. */
    private String number;

    /** How many topics there is time for. */
    private int topics;
}

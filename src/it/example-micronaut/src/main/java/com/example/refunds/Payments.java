package com.example.refunds;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** In a real application, a database. */
@Singleton
public class Payments {

    private final String prefix;

    Payments(@Value("${payments.paid}") String prefix) {
        this.prefix = prefix;
    }

    boolean isPaid(String number) {
        return number.startsWith(prefix);
    }
}

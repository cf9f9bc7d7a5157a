package com.example.refunds;

import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Says whether a refund was paid. */
@Singleton
public class Refund implements Function<RefundQuestion, RefundAnswer> {

    private final Payments payments;

    /** Where nobody has a context yet. */
    public Refund() {
        this(ApplicationContext.run().getBean(Payments.class));
    }

    @Inject
    public Refund(Payments payments) {
        this.payments = payments;
    }

    @Override
    public RefundAnswer apply(RefundQuestion question) {
        return new RefundAnswer(payments.isPaid(question.number()));
    }
}

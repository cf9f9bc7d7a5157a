package com.example.refunds;

import com.example.model.Customer;
import java.util.function.Function;

/** Says whether a refund is paid. */
public class RefundState implements Function<RefundState.Question, RefundState.Answer> {

    /** @param customer who asks */
    public record Question(Customer customer) {}

    /** @param text what the script says */
    public record Answer(String text) {}

    @Override
    public Answer apply(Question question) {
        return new Answer("refund of " + question.customer().number());
    }
}

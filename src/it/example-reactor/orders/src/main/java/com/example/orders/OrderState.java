package com.example.orders;

import com.example.model.Customer;
import java.util.function.Function;

/** Says where an order is. */
public class OrderState implements Function<OrderState.Question, OrderState.Answer> {

    /** @param customer who asks */
    public record Question(Customer customer) {}

    /** @param text what the script says */
    public record Answer(String text) {}

    @Override
    public Answer apply(Question question) {
        return new Answer("order of " + question.customer().number());
    }
}

package com.example.orders;

import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Tells a caller where an order is. */
@Service
public class OrderStatus implements Function<OrderQuestion, OrderAnswer> {

    private final Orders orders;

    OrderStatus(Orders orders) {
        this.orders = orders;
    }

    @Override
    public OrderAnswer apply(OrderQuestion question) {
        return new OrderAnswer(orders.stateOf(question.orderNumber()));
    }
}

package com.example.made;

import java.util.function.Function;

public class ImmutableHandler implements Function<Order, Order> {
    @Override
    public Order apply(Order order) {
        return order;
    }
}

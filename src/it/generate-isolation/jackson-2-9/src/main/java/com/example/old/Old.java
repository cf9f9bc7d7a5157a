package com.example.old;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Old implements Function<Order, Order> {

    private static final Logger LOG = LoggerFactory.getLogger(Old.class);

    @Override
    public Order apply(Order order) {
        // With SLF4J 2 on top, markers and locations of the logger would be of another version.
        LOG.info("from {}", LoggerFactory.class.getProtectionDomain().getCodeSource());
        order.setPinCode(null);
        String from = String.valueOf(LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation());
        order.setOrderNumber(from.contains("1.5.11") ? "own" : "foreign!");
        return order;
    }
}

package com.example.made;

import com.example.pojo.Event;
import com.example.spring.House;
import com.example.spring.Order;

public class Handlers {

    public Order spring(Order order) {
        return order;
    }

    public com.example.client.Order client(com.example.client.Order order) {
        return order;
    }

    public House house(House house) {
        return house;
    }

    public Event pojo(Event event) {
        return event;
    }
}

package com.example.orders;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ActionController {

    private final OrderStatus orderStatus;

    ActionController(OrderStatus orderStatus) {
        this.orderStatus = orderStatus;
    }

    @PostMapping("/order-status")
    OrderAnswer orderStatus(@Valid @RequestBody OrderQuestion question) {
        return orderStatus.apply(question);
    }
}

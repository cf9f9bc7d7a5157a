package com.example.refunds;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;

@Controller("/refund")
class RefundController {

    private final Refund refund;

    RefundController(Refund refund) {
        this.refund = refund;
    }

    @Post
    RefundAnswer refund(@Body RefundQuestion question) {
        return refund.apply(question);
    }
}

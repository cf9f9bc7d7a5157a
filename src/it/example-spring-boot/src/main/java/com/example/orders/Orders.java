package com.example.orders;

import org.springframework.stereotype.Repository;

/** In a real service, a database. */
@Repository
class Orders {

    OrderAnswer.State stateOf(String number) {
        return number.endsWith("7") ? OrderAnswer.State.DELIVERED : OrderAnswer.State.ON_ITS_WAY;
    }
}

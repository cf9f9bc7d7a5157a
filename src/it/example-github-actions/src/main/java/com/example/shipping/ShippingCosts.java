package com.example.shipping;

import java.util.function.Function;

/** Says what it costs to ship a parcel. */
public class ShippingCosts implements Function<ShippingCosts.Parcel, ShippingCosts.Costs> {

    /** @param grams what the parcel weighs */
    public record Parcel(int grams) {}

    /** @param cents what shipping costs */
    public record Costs(int cents) {}

    @Override
    public Costs apply(Parcel parcel) {
        String fault = System.getenv("SHIPPING_FAULT"); // Set by the test, for a release that fails in the field only.
        if (fault != null) {
            throw new IllegalStateException(fault);
        }
        return new Costs(parcel.grams() > 1000 ? 690 : 390);
    }
}

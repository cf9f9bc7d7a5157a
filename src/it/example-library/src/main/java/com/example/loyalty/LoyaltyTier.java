package com.example.loyalty;

import java.util.function.Function;

/** Finds the loyalty tier of a caller, so that a script can offer what the tier allows. */
public class LoyaltyTier implements Function<Purchases, Tier> {

    private static final int GOLD = 1000;

    @Override
    public Tier apply(Purchases purchases) {
        boolean gold = purchases.total() >= GOLD;
        return new Tier(gold ? Tier.Name.GOLD : Tier.Name.BASIC, gold ? 0.1 : 0);
    }
}

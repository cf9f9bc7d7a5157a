package com.example;

import java.util.function.Function;

/** A handler that costs next to nothing, so that what is measured is the simulator. */
public class Enrich implements Function<Interaction, Decision> {
    @Override
    public Decision apply(Interaction interaction) {
        boolean vip = interaction.tags() != null && interaction.tags().contains("vip");
        return new Decision(vip ? "vip-queue" : "default-queue", vip ? 0.95 : 0.5, interaction.interactionId());
    }
}

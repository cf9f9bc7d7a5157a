package io.github.cxonetools.deployment;

/** A goal that changes what a tenant has by a plan. */
public enum ChangingGoal {
    DEPLOY("cxone:deploy", "deployment", "mvn cxone:deploy"),
    PROMOTE("cxone:promote", "promotion", "the same command"),
    ROLLBACK("cxone:rollback", "rollback", "the same command");

    private final String typed;
    private final String noun;
    private final String repair;

    ChangingGoal(String typed, String noun, String repair) {
        this.typed = typed;
        this.noun = noun;
        this.repair = repair;
    }

    /** As one types it, for example {@code cxone:deploy}. */
    public String typed() {
        return typed;
    }

    /** What it is called, for example {@code deployment}. */
    public String noun() {
        return noun;
    }

    /** What completes it where it was incomplete, as the subject of a sentence. */
    String repair() {
        return repair;
    }
}

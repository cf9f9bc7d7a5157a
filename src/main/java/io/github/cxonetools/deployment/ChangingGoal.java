package io.github.cxonetools.deployment;

/** A goal that changes what a tenant has by a plan. */
public enum ChangingGoal {
    DEPLOY("cxone:deploy", "deployment", "mvn cxone:deploy", "mvn cxone:plan"),
    PROMOTE(
            "cxone:promote",
            "promotion",
            "the same command",
            "the same command with -Dcxone.dryRun and without cxone.planFile"),
    ROLLBACK("cxone:rollback", "rollback", "the same command", "the same command with -Dcxone.dryRun");

    private final String typed;
    private final String noun;
    private final String repair;
    private final String planning;

    ChangingGoal(String typed, String noun, String repair, String planning) {
        this.typed = typed;
        this.noun = noun;
        this.repair = repair;
        this.planning = planning;
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

    /** What plans again. */
    String planning() {
        return planning;
    }
}

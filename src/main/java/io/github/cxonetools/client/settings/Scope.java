package io.github.cxonetools.client.settings;

/** An OAuth scope that calls of this plugin need. */
public enum Scope {
    DATA_ACTIONS_READ("data-actions:read"),
    DATA_ACTIONS_WRITE("data-actions:write"),
    ANALYTICS_READ("analytics:read");

    private final String value;

    Scope(String value) {
        this.value = value;
    }

    /** As a token's {@code scope} field writes it. */
    public String value() {
        return value;
    }
}

package io.github.cxonetools.schema.jackson;

/** A generation of Jackson, 2 or 3: they differ in package names, and in a few methods. */
public enum Generation {
    JACKSON_2("com.fasterxml.jackson.databind."),
    JACKSON_3("tools.jackson.databind.");

    /** The package of the databind part, with a dot at its end. */
    public final String databind;

    Generation(String databind) {
        this.databind = databind;
    }
}

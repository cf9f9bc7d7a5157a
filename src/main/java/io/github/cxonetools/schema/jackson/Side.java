package io.github.cxonetools.schema.jackson;

/** Which way a value crosses the wire: Jackson sees other properties, names and types when it reads than when it writes. */
public enum Side {
    /** What CXone sends: the project's mapper reads it. */
    INPUT,
    /** What the handler answers: the project's mapper writes it. */
    OUTPUT;

    /** As messages say it. */
    public String word() {
        return this == INPUT ? "input" : "output";
    }
}

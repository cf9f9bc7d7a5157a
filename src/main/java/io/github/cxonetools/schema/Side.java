package io.github.cxonetools.schema;

/** Which way a value crosses the wire: Jackson sees other properties, names and types when it reads than when it writes. */
enum Side {
    /** What CXone sends: the project's mapper reads it. */
    INPUT,
    /** What the handler answers: the project's mapper writes it. */
    OUTPUT;

    /** As messages say it. */
    String word() {
        return this == INPUT ? "input" : "output";
    }
}

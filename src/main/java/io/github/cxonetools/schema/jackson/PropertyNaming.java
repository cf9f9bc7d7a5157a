package io.github.cxonetools.schema.jackson;

/** How the application's mapper names properties where no annotation shows it. */
public enum PropertyNaming {
    /** As the classes' annotations say, else as their members are named. */
    ANNOTATED,
    SNAKE_CASE,
    LOWER_CAMEL_CASE,
    UPPER_CAMEL_CASE,
    KEBAB_CASE
}

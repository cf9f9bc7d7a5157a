package io.github.cxonetools.execution.worker;

/** Segments of JSON pointers (RFC 6901), once more, because nothing but the JDK is beside the handlers. */
final class PointerSegment {

    private PointerSegment() {}

    /** A member's name as a segment. */
    static String of(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

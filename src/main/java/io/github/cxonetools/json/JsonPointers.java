package io.github.cxonetools.json;

/** Segments of JSON pointers (RFC 6901): {@code ~} and {@code /} of a name stand as {@code ~0} and {@code ~1}. */
public final class JsonPointers {

    private JsonPointers() {}

    /** A member's name as a segment. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** The name that a segment is of. */
    public static String unescaped(String segment) {
        return segment.replace("~1", "/").replace("~0", "~");
    }
}

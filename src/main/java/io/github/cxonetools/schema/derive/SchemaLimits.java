package io.github.cxonetools.schema.derive;

/**
 * How large a contract's schema may be.
 *
 * @param warnBytes larger ones are warned of
 * @param maxBytes larger ones are refused, as soon as that is known
 */
public record SchemaLimits(long warnBytes, long maxBytes) {

    /** What CXone's users have by default: 256 KiB and 8 MiB. */
    public static final SchemaLimits DEFAULT = new SchemaLimits(256 << 10, 8 << 20);

    /** @throws IllegalArgumentException where a limit is no size */
    public SchemaLimits {
        check("warnSchemaBytes", warnBytes);
        check("maxSchemaBytes", maxBytes);
    }

    private static void check(String parameter, long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("cxone." + parameter + " is " + bytes + ". Use 1 or more");
        }
    }
}

package io.github.cxonetools.schema.pattern;

/** What {@link java.net.URI} parses, RFC 2396 with its deviations, as a pattern. Loops are over classes, so none nests. */
public final class UriPattern {

    private static final CodePoints OTHER =
            CodePoints.range(0, 0xa0).or(EcmaEscapes.SPACE).not().or(CodePoints.of("\ufeff"));

    private static final CodePoints UNRESERVED = CodePoints.DIGITS
            .or(CodePoints.range('A', 'Z'))
            .or(CodePoints.range('a', 'z'))
            .or(CodePoints.of("-_.!~*'()"));

    private static final String PATH =
            run(UNRESERVED.or(CodePoints.of(":@&=+$,;/")).or(OTHER));
    private static final String ANY =
            run(UNRESERVED.or(CodePoints.of(";/?:@&=+$,[]")).or(OTHER));
    private static final String USER =
            run(UNRESERVED.or(CodePoints.of(";:&=+$,")).or(OTHER));
    private static final String NAME =
            run(UNRESERVED.or(CodePoints.of("$,;:@&=+")).or(OTHER));

    private static final String HEX = "[0-9A-Fa-f]{1,4}";

    private static final String IPV6 = "(?:(?:" + HEX + ":){7}" + HEX
            + "|(?:" + HEX + ":){1,7}:"
            + "|(?:" + HEX + ":){1,6}:" + HEX
            + "|(?:" + HEX + ":){1,5}(?::" + HEX + "){1,2}"
            + "|(?:" + HEX + ":){1,4}(?::" + HEX + "){1,3}"
            + "|(?:" + HEX + ":){1,3}(?::" + HEX + "){1,4}"
            + "|(?:" + HEX + ":){1,2}(?::" + HEX + "){1,5}"
            + "|" + HEX + ":(?::" + HEX + "){1,6}"
            + "|:(?:(?::" + HEX + "){1,7}|:))";

    private static final String AUTHORITY = "(?:(?:" + USER + "@)?\\[" + IPV6
            + "(?:%[0-9A-Za-z_.]+)?\\](?::[0-9]{0,9})?" + "|(?=[^/?#])" + NAME + ")(?=[/?#]|$)";

    private static final String HIERARCHICAL =
            "(?://(?:" + AUTHORITY + "|(?=[/?#]))|(?!//))" + PATH + "(?:\\?" + ANY + ")?";

    public static final String ECMA = "^(?:[A-Za-z][A-Za-z0-9+.\\-]*:(?:(?=/)" + HIERARCHICAL + "|(?![/#])(?=.)" + ANY
            + ")" + "|(?![^/?#]*:)" + HIERARCHICAL + ")(?:#" + ANY + ")?$";

    private UriPattern() {}

    /** Characters of a class, and escaped octets among them. */
    private static String run(CodePoints set) {
        String plain = JavaBracket.ecma(set) + "*";
        return plain + "(?:%[0-9A-Fa-f]{2}" + plain + ")*";
    }
}

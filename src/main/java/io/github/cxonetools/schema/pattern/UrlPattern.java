package io.github.cxonetools.schema.pattern;

import org.jspecify.annotations.Nullable;

/** What every text that {@link java.net.URL} reads begins with: white space, {@code url:}, and a protocol. */
public final class UrlPattern {

    private static final String BEGIN = "^$|^[\\u0000- ]*([uU][rR][lL]:)?";
    private static final String ANY_PROTOCOL = "[a-zA-Z][a-zA-Z0-9+.-]*";

    private UrlPattern() {}

    /** @param protocol what {@code @URL} asks for; empty where it may be any */
    public static String of(String protocol) {
        StringBuilder name = new StringBuilder();
        protocol.chars().forEach(c -> name.append('[')
                .append(Character.toLowerCase((char) c))
                .append(Character.toUpperCase((char) c))
                .append(']'));
        return BEGIN + (protocol.matches("[a-z]+") ? name : ANY_PROTOCOL) + ":";
    }

    /** The protocol of one of these patterns, empty where it may be any; null where the pattern is another one. */
    static @Nullable String protocol(String pattern) {
        if (!pattern.startsWith(BEGIN) || !pattern.endsWith(":")) {
            return null;
        }
        String name = pattern.substring(BEGIN.length(), pattern.length() - 1);
        return name.equals(ANY_PROTOCOL) ? "" : name.replaceAll("\\[(.).\\]", "$1");
    }
}

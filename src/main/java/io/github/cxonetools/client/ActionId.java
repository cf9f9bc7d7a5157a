package io.github.cxonetools.client;

import io.github.cxonetools.text.VisibleText;
import java.util.regex.Pattern;

/** Ids of a tenant, which become part of a path, a file and a command. */
final class ActionId {

    /**
     * RFC 3986 section 3.3 without escapes; {@code .} and {@code ..} lead elsewhere, and a semicolon begins parameters that
     * some servers take off: {@code ..;x} is {@code ..} to them.
     */
    private static final Pattern PLAIN = Pattern.compile("(?!\\.\\.?$)[A-Za-z0-9._~!$&'()*+,=:@-]+");

    private static final int LONGEST_SHOWN = 80;

    private ActionId() {}

    /**
     * Gives back {@code id} if it is one segment of a path as it stands.
     *
     * @throws IllegalArgumentException else
     */
    static String requirePlain(String id) {
        if (!PLAIN.matcher(id).matches()) {
            String shown = id.length() <= LONGEST_SHOWN ? id : id.substring(0, LONGEST_SHOWN) + "…";
            throw new IllegalArgumentException(
                    "the id \"" + VisibleText.oneLine(shown) + "\" is not a plain segment of a path");
        }
        return id;
    }
}

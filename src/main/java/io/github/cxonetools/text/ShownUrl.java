package io.github.cxonetools.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** URLs without what may be a key in them: a user name, a password, the values in the query, a fragment. */
public final class ShownUrl {

    private static final String MASK = "***";
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    private ShownUrl() {}

    /** For a message: {@code https://***@example.com/path?code=***}. */
    public static String of(String url) {
        UrlParts parts = UrlParts.of(url);
        return parts.begin()
                + (parts.userInfo().isEmpty() ? "" : MASK + "@")
                + parts.middle()
                + (parts.query().isEmpty() ? "" : "?" + parts.queryWith(value -> MASK))
                + (parts.end().length() < 2 ? parts.end() : "#" + MASK);
    }

    /**
     * For a file that is compared later: {@code https://example.com/path?code=sha256:…}, with a digest of URL, name and value
     * in place of each value. What has this form already stays.
     */
    public static String forComparison(String url) {
        UrlParts parts = UrlParts.of(url);
        if (parts.query().isEmpty() && parts.userInfo().isEmpty()) {
            return url;
        }
        String place = parts.begin() + parts.middle();
        return parts.begin()
                + (parts.userInfo().isEmpty() ? "" : digest(place, parts.userInfo()) + "@")
                + parts.middle()
                + (parts.query().isEmpty() ? "" : "?" + parts.queryWith(value -> digest(place, value)))
                + parts.end();
    }

    private static String digest(String place, String value) {
        if (DIGEST.matcher(value).matches()) {
            return value;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((place + "\n" + value).getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

package io.github.cxonetools.text;

import java.util.regex.Pattern;

/** The patterns by which secrets are found that nobody has told. They are made where a text holds words of one: few do. */
final class SecretPatterns {

    /** A token that this client has not seen, for example one that a proxy adds; words have no digits. */
    static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+(?=\\S*\\d)[A-Za-z0-9._~+/=-]{8,}");

    static final Pattern TOKEN_FIELD = Pattern.compile(
            "(?i)((?:access_token|refresh_token|id_token|client_secret|client_assertion|password|passphrase)"
                    + "(?:\\\\*\"|&quot;|%22)?\\s*(?:[:=]|%3[AD])\\s*(?:\\\\*\"|&quot;|%22)?)[^\"&\\s,}\\\\*][^\"&\\s,}\\\\]*");

    static final Pattern USER_INFO = Pattern.compile("(://)[^/?#\\s\"'<>]*@");

    /** What stands where a text was cut. */
    static final Pattern CUT = Pattern.compile("…|\\.\\.\\.");

    private SecretPatterns() {}
}

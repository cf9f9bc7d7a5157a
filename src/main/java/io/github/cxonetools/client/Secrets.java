package io.github.cxonetools.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;

/** Knows what must never be shown, and masks it in text that comes from elsewhere: plain, URL-encoded or in Base64. */
final class Secrets {

    private static final String MASK = "***";

    /** Shorter ones would mask ordinary words. */
    private static final int SHORTEST = 4;

    /** A token that this client has not seen, for example one that a proxy adds; words have no digits. */
    private static final Pattern BEARER = Pattern.compile("(?i)\\b(bearer|basic)\\s+(?=\\S*\\d)[A-Za-z0-9._~+/=-]{8,}");

    private static final Pattern TOKEN_FIELD = Pattern.compile(
            "(?i)(\"?(?:access_token|refresh_token|id_token|client_secret|client_assertion|password)\"?\\s*[:=]\\s*\"?)[^\"&\\s,}]+");

    private static final Pattern ENCODED = Pattern.compile("%[0-9A-F]{2}");

    /** Longest first, so that a secret within a secret leaves no rest. */
    private final Set<String> forms = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    void add(String secret) {
        if (secret.length() < SHORTEST) {
            return;
        }
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(secret);
        forms.add(encoded);
        // As URIs have it, and as servers write it that take lower case.
        forms.add(encoded.replace("+", "%20"));
        forms.add(ENCODED.matcher(encoded).replaceAll(octet -> octet.group().toLowerCase(Locale.ROOT)));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    String mask(String text) {
        String masked = text;
        for (String form : forms) {
            masked = masked.replace(form, MASK);
        }
        masked = BEARER.matcher(masked).replaceAll("$1 " + MASK);
        return TOKEN_FIELD.matcher(masked).replaceAll("$1" + MASK);
    }

    @Override
    public String toString() {
        return "Secrets[" + MASK + "]";
    }
}

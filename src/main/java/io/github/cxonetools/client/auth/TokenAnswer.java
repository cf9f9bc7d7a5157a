package io.github.cxonetools.client.auth;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A token endpoint's answer (RFC 6749 section 5.1). Only the token itself is needed: what else is not understood counts as
 * not said.
 *
 * @param value the bearer token, without what may not be sent; empty where there is none
 * @param scopes what it allows; null where that is not said
 * @param lifetime null where that is not said
 */
record TokenAnswer(
        String value,
        @Nullable Set<String> scopes,
        @Nullable Duration lifetime) {

    /** RFC 6749 appendix A.12; anything else could not be sent as a header. */
    private static final Pattern TOKEN = Pattern.compile("[ -~]+");

    /** Blanks by the standard; what else is seen between scopes is part of none that this plugin asks for. */
    private static final Pattern BETWEEN_SCOPES = Pattern.compile("[\\s,;|+\"'\\[\\]]+");

    /** Longer ones could not be counted in nanoseconds. */
    private static final BigDecimal LONGEST =
            BigDecimal.valueOf(Duration.ofDays(3650).toSeconds());

    private static final int MOST_DIGITS = 400;

    static TokenAnswer of(JsonNode json) {
        String value = json.path("access_token").stringValue("").strip();
        return new TokenAnswer(
                TOKEN.matcher(value).matches() ? value : "",
                scopes(json.path("scope")),
                lifetime(json.path("expires_in")));
    }

    private static @Nullable Set<String> scopes(JsonNode scope) {
        Set<String> scopes = new TreeSet<>();
        if (scope.isArray()) {
            scope.forEach(element -> addScopes(element, scopes));
        } else {
            addScopes(scope, scopes);
        }
        return scopes.isEmpty() ? null : Set.copyOf(scopes);
    }

    private static void addScopes(JsonNode text, Set<String> scopes) {
        Arrays.stream(BETWEEN_SCOPES.split(text.stringValue("")))
                .filter(scope -> !scope.isEmpty())
                .forEach(scopes::add);
    }

    /** Where it is less than a second the token may last for ever, or the server does not know. */
    private static @Nullable Duration lifetime(JsonNode expiresIn) {
        BigDecimal seconds = expiresIn.isNumber() ? expiresIn.decimalValue() : number(expiresIn.stringValue(""));
        if (seconds == null || seconds.compareTo(BigDecimal.ONE) < 0) {
            return null;
        }
        return seconds.compareTo(LONGEST) > 0 ? null : Duration.ofSeconds(seconds.longValue());
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return text.length() > MOST_DIGITS ? null : new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "TokenAnswer[***]";
    }
}

package io.github.cxonetools.client.http;

import io.github.cxonetools.client.http.Outcome.Answer;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code WWW-Authenticate} says of a token that was refused (RFC 6750 section 3).
 *
 * @param parameters by name in lower case
 */
public record BearerChallenge(Map<String, String> parameters) {

    private static final Pattern PARAMETER =
            Pattern.compile("([\\w-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]+))");

    /** The pattern needs stack for what is escaped. */
    private static final int LONGEST = 4096;

    /** The challenge of the answer; without parameters where there is none. */
    public static BearerChallenge of(Answer answer) {
        Map<String, String> parameters = new TreeMap<>();
        for (String header : answer.headers().values("WWW-Authenticate")) {
            Matcher parameter = PARAMETER.matcher(header.substring(0, Math.min(header.length(), LONGEST)));
            while (parameter.find()) {
                String value = parameter.group(2) == null
                        ? parameter.group(3)
                        : parameter.group(2).replaceAll("\\\\(.)", "$1");
                parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value.strip());
            }
        }
        return new BearerChallenge(parameters);
    }

    /** Whether another token of the same client would be refused as well. */
    public boolean lacksScope() {
        return "insufficient_scope".equalsIgnoreCase(parameters.get("error"));
    }

    /** The scopes that are needed, separated by blanks; empty where it does not say. */
    String scope() {
        return parameters.getOrDefault("scope", "");
    }

    /** {@code invalid_token: The access token expired}; empty where it says nothing. */
    String words() {
        String error = parameters.getOrDefault("error", "");
        String description = parameters.getOrDefault("error_description", "");
        return error.isEmpty() || description.isEmpty() ? error + description : error + ": " + description;
    }
}

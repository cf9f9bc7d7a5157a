package io.github.cxonetools.deployment.promotion;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where handlers listen, for several actions: a URL with {@code {name}} and {@code {version}} in it. */
final class HandlerUrlTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");

    private final String text;

    HandlerUrlTemplate(String text) {
        this.text = text.strip();
    }

    /**
     * The URL of one action.
     *
     * @throws IllegalArgumentException where that is none; the message tells what is wrong and quotes no URL, which may hold a
     *     key
     */
    URI of(String name, String version) {
        StringBuilder url = new StringBuilder();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            String value =
                    switch (place.group(1)) {
                        case "name" -> name;
                        case "version" -> version;
                        default ->
                            throw new IllegalArgumentException(
                                    "has {" + place.group(1) + "}, and what is replaced is {name} and {version}");
                    };
            place.appendReplacement(url, Matcher.quoteReplacement(encoded(value)));
        }
        place.appendTail(url);
        try {
            return new URI(url.toString());
        } catch (URISyntaxException e) {
            // Not kept as a cause: its message quotes the URL.
            throw new IllegalArgumentException("is not a URL (" + e.getReason() + ")");
        }
    }

    /** A version may hold what would end a path. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+");
    }
}

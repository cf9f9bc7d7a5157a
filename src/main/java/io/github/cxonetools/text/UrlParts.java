package io.github.cxonetools.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parts of a URL of which some may be secret, also where no parser would accept it.
 *
 * @param begin scheme and {@code ://}, or nothing
 * @param userInfo user name and password, as written; or nothing
 * @param middle host, port and path
 * @param query as written, without the question mark; or nothing
 * @param end from the {@code #} on, or nothing
 */
record UrlParts(String begin, String userInfo, String middle, String query, String end) {

    private static final Pattern SCHEME = Pattern.compile("\\s*(?:[A-Za-z][A-Za-z0-9+.-]*:/+)?");

    private static final Pattern HOST = Pattern.compile("(?:\\[[^]]*]|[^:/@]*)(?::\\d*)?(?:/.*)?", Pattern.DOTALL);

    static UrlParts of(String url) {
        Matcher scheme = SCHEME.matcher(url);
        int host = scheme.lookingAt() ? scheme.end() : 0;
        int at = url.lastIndexOf('@');
        if (at >= host && isUserInfo(url.substring(host, at))) {
            UrlParts rest = of(url.substring(at + 1), "");
            return new UrlParts(url.substring(0, host), url.substring(host, at), rest.middle, rest.query, rest.end);
        }
        return of(url.substring(host), url.substring(0, host));
    }

    /** Who writes a password into a URL does not always escape what ends the host there. */
    private static boolean isUserInfo(String beforeAt) {
        return beforeAt.chars().noneMatch(c -> c == '/' || c == '?' || c == '#')
                || !HOST.matcher(beforeAt).matches();
    }

    private static UrlParts of(String rest, String begin) {
        int fragment = rest.indexOf('#');
        String end = fragment < 0 ? "" : rest.substring(fragment);
        String head = fragment < 0 ? rest : rest.substring(0, fragment);
        int question = head.indexOf('?');
        return new UrlParts(
                begin,
                "",
                question < 0 ? head : head.substring(0, question),
                question < 0 ? "" : head.substring(question + 1),
                end);
    }

    /** The values in the query, as written; what has no name is a value. */
    List<String> queryValues() {
        List<String> values = new ArrayList<>();
        for (String pair : query.split("[&;]")) {
            values.add(pair.substring(pair.indexOf('=') + 1));
        }
        return values;
    }

    /** The query with {@code replacement} in place of each value that is not empty. */
    String queryWith(UnaryOperator<String> replacement) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    String value = pair.substring(equals + 1);
                    return pair.substring(0, equals + 1) + (value.isEmpty() ? "" : replacement.apply(value));
                })
                .collect(Collectors.joining("&"));
    }
}

package io.github.cxonetools.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways in which a server may give back a secret that it was sent. */
public final class Spellings {

    private Spellings() {}

    /** Each spelling of {@code secret}, by a name for the test; that of the name of a user before it too. */
    public static Map<String, String> of(String user, String secret) {
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        int middle = secret.length() / 2;
        Map<String, String> spellings = new LinkedHashMap<>();
        spellings.put("plain", secret);
        spellings.put("form-encoded", url);
        spellings.put("percent-encoded", url.replace("+", "%20"));
        spellings.put("percent-encoded in lower case", lowerOctets(url));
        spellings.put(
                "percent-encoded but for the tilde", url.replace("+", "%20").replace("%7E", "~"));
        spellings.put("percent-encoded throughout", octets(bytes, "%%%02X"));
        spellings.put("percent-encoded twice", URLEncoder.encode(url, StandardCharsets.UTF_8));
        spellings.put("JSON escapes for punctuation", escaped(secret, "\\u%04X"));
        spellings.put("JSON escapes throughout", each(secret, c -> String.format("\\u%04x", c)));
        spellings.put("JSON within JSON", escaped(secret, "\\u%04x").replace("\\", "\\\\"));
        spellings.put("escaped slashes and quotes", secret.replaceAll("[/\"']", "\\\\$0"));
        spellings.put("a backslash before punctuation", secret.replaceAll("[^A-Za-z0-9]", "\\\\$0"));
        spellings.put("octal escapes", each(secret, c -> String.format("\\%03o", c)));
        spellings.put(
                "HTML by name",
                secret.replace("&", "&amp;").replace("+", "&plus;").replace("/", "&sol;"));
        spellings.put("HTML by number", escaped(secret, "&#%d;"));
        spellings.put("HTML by hexadecimal number", escaped(secret, "&#x%x;"));
        spellings.put("HTML of a percent-encoded one", url.replace("%", "&#37;"));
        spellings.put("hexadecimal", hex);
        spellings.put("hexadecimal in upper case", hex.toUpperCase(Locale.ROOT));
        spellings.put("octets apart", HexFormat.ofDelimiter(":").formatHex(bytes));
        spellings.put("Base64", Base64.getEncoder().encodeToString(bytes));
        spellings.put("Base64 for URLs", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        spellings.put(
                "Base64 with the user",
                Base64.getEncoder().encodeToString((user + ":" + secret).getBytes(StandardCharsets.UTF_8)));
        spellings.put("a control character inside", insert(secret, middle, "\u0007"));
        spellings.put("a line break inside", insert(secret, middle, "\r\n  "));
        spellings.put("an escaped line break inside", insert(secret, middle, "\\n"));
        spellings.put("a mark of direction inside", insert(secret, middle, "\u202E"));
        spellings.put("a terminal's colour inside", insert(secret, middle, "\u001B[0m"));
        spellings.put("an escaped colour inside", insert(secret, middle, "\\u001b[1;31m"));
        spellings.put("octal escapes of octets", octets(bytes, "\\%03o"));
        spellings.put("hexadecimal escapes of octets", octets(bytes, "\\x%02x"));
        spellings.put("in full width", each(secret, c -> Character.toString(c > ' ' && c < 0x7F ? c + 0xFEE0 : c)));
        spellings.put("in upper case", secret.toUpperCase(Locale.ROOT));
        return spellings;
    }

    private static String lowerOctets(String url) {
        return Pattern.compile("%..").matcher(url).replaceAll(octet -> octet.group()
                .toLowerCase(Locale.ROOT));
    }

    private static String insert(String secret, int at, String what) {
        return secret.substring(0, at) + what + secret.substring(at);
    }

    private static String octets(byte[] bytes, String format) {
        StringBuilder out = new StringBuilder();
        for (byte octet : bytes) {
            out.append(String.format(format, octet));
        }
        return out.toString();
    }

    private static String escaped(String secret, String format) {
        return each(secret, c -> Character.isLetterOrDigit(c) ? Character.toString(c) : String.format(format, c));
    }

    private static String each(String secret, IntFunction<String> spelled) {
        return secret.chars().mapToObj(spelled).collect(Collectors.joining());
    }
}

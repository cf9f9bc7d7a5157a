package io.github.cxonetools.action;

import io.github.cxonetools.text.ShownUrl;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which handler URLs are allowed: HTTPS anywhere, plain HTTP to this machine only. */
public final class HandlerUrls {

    private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private static final Pattern NUMBERS = Pattern.compile(
            "(0x[0-9a-f]{1,8}|0[0-7]{0,11}|[1-9]\\d{0,9})(\\.(0x[0-9a-f]{1,8}|0[0-7]{0,11}|[1-9]\\d{0,9}))*");

    /** The largest port that there is. */
    public static final int MAX_PORT = 65_535;

    private HandlerUrls() {}

    /** Whether {@code url} names no port, or one that there is. */
    public static boolean hasPort(URI url) {
        return url.getPort() == -1 || (url.getPort() >= 1 && url.getPort() <= MAX_PORT);
    }

    /**
     * Whether {@code url} names this machine literally: {@code 127.0.0.0/8}, {@code ::1} or {@code localhost}. A name
     * that merely resolves there does not count, because it may resolve elsewhere tomorrow.
     */
    public static boolean isLoopback(URI url) {
        String host = url.getHost();
        return host != null
                && (host.toLowerCase(Locale.ROOT).equals("localhost")
                        || host.equals("[::1]")
                        || IPV4_LOOPBACK.matcher(host).matches());
    }

    /**
     * Whether {@code url} can lead nowhere but to the machine that asks: what {@link #isLoopback} takes, and the other
     * notations of it, by which a handler is not served but which a POM may hold.
     */
    public static boolean isOnThisMachine(URI url) {
        String host = url.getHost() == null
                ? ""
                : url.getHost().toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        return isLoopback(url)
                || host.equals("localhost")
                || host.endsWith(".localhost")
                || isLoopbackNumber(host)
                || (host.startsWith("[") && isLoopbackAddress(host));
    }

    /**
     * Whether resolvers read {@code host} as an IPv4 address of this machine: one to four numbers, decimal, octal or
     * hexadecimal, of which the last fills the rest (POSIX, {@code inet_addr}); or {@code 0.0.0.0}.
     */
    private static boolean isLoopbackNumber(String host) {
        String[] parts = host.split("\\.", -1);
        if (parts.length > 4 || !NUMBERS.matcher(host).matches()) {
            return false;
        }
        long first = Long.decode(parts[0]);
        long address = parts.length == 1 ? first : first << 24 | Long.decode(parts[parts.length - 1]);
        return address == 0 || address >>> 24 == 127;
    }

    /** An IPv6 literal is never looked up. */
    private static boolean isLoopbackAddress(String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return address.isLoopbackAddress() || address.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static void check(String action, URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw new IllegalArgumentException(action + ": handlerUrl holds a user name or password. Remove them");
        }
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new IllegalArgumentException(action + ": handlerUrl \"" + ShownUrl.of(url.toString())
                    + "\" is not an absolute HTTPS URL. Use one like https://actions.example.com/path");
        }
        if (!hasPort(url)) {
            throw new IllegalArgumentException(
                    action + ": handlerUrl has the port " + url.getPort() + ". Use 1 to " + MAX_PORT);
        }
        if (scheme.equals("http") && !isLoopback(url)) {
            throw new IllegalArgumentException(action + ": handlerUrl \"" + ShownUrl.of(url.toString())
                    + "\" is plain HTTP. Use https://, or 127.0.0.1, [::1] or localhost for a local tenant");
        }
    }
}

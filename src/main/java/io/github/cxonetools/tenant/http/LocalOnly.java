package io.github.cxonetools.tenant.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps other web sites out of a server on loopback: a name that resolves to this machine (DNS rebinding) shows in
 * {@code Host}, and a page of another origin in {@code Origin} or {@code Sec-Fetch-Site}.
 */
public final class LocalOnly {

    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final List<String> hosts;

    /**
     * Allows the names of this machine with the port.
     *
     * @param port which may be left out of {@code Host} only where it is HTTP's own, 80
     * @param names further ones, for example {@code 127.0.0.2}
     */
    public LocalOnly(int port, String... names) {
        this.hosts = Stream.concat(Stream.of("127.0.0.1", "localhost", "[::1]"), Stream.of(names))
                .distinct()
                .flatMap(name -> port == 80 ? Stream.of(name, name + ":80") : Stream.of(name + ":" + port))
                .toList();
    }

    public void check(Request request) throws Problem {
        String host = request.header("Host");
        if (host == null || !hosts.contains(host)) {
            throw new Problem(421, "misdirected_request", "This server is addressed as " + String.join(", ", hosts));
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new Problem(403, "forbidden_origin", "Pages of another origin have no access");
        }
        String site = request.header("Sec-Fetch-Site");
        if (site != null && !OWN_SITE.contains(site)) {
            throw new Problem(403, "forbidden_origin", "Pages of another site have no access");
        }
    }
}

package io.github.cxonetools.client.settings;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, as Maven's settings describe one.
 *
 * @param host the proxy's host name
 * @param port the proxy's port
 * @param userName for basic authentication, or null
 * @param password for basic authentication, or null
 * @param nonProxyHosts hosts that are reached directly, separated by {@code |} or {@code ,}, {@code *} as wildcard
 */
public record ProxySettings(
        String host,
        int port,
        @Nullable String userName,
        @Nullable String password,
        String nonProxyHosts) {

    @Override
    public String toString() {
        return "ProxySettings[" + host + ":" + port + (userName == null ? "" : ", with a user name and a password")
                + "]";
    }
}

package io.github.cxonetools.mojo.build;

import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a tenant is and how to speak to it, as the POM and the command line say it. A null is what was not set.
 *
 * @param baseUrl a URL, or {@code local}
 */
public record TenantAddress(
        @Nullable String baseUrl,
        @Nullable String tokenUrl,
        String actionsPath,
        String metricsPath,
        Authentication authentication,
        @Nullable String serverId,
        @Nullable String accessKeyServerId,
        @Nullable String tokenAudience,
        boolean http11Only,
        Duration requestTimeout,
        int maxAttempts,
        Duration maxWait) {

    /** The same without what only holds for a remote tenant. */
    TenantAddress local() {
        return local(null, requestTimeout, maxAttempts, maxWait);
    }

    /** Another tenant of the same kind, with what only that one has. */
    TenantAddress source(String url, @Nullable String itsServerId) {
        return new TenantAddress(
                url,
                null,
                actionsPath,
                ClientSettings.DEFAULT_METRICS_PATH,
                authentication,
                itsServerId,
                null,
                null,
                http11Only,
                requestTimeout,
                maxAttempts,
                maxWait);
    }

    /** The address of a tenant that can only be local. */
    public static TenantAddress local(
            @Nullable String baseUrl, Duration requestTimeout, int maxAttempts, Duration maxWait) {
        return new TenantAddress(
                baseUrl,
                null,
                ClientSettings.DEFAULT_ACTIONS_PATH,
                ClientSettings.DEFAULT_METRICS_PATH,
                Authentication.CLIENT_CREDENTIALS,
                null,
                null,
                null,
                false,
                requestTimeout,
                maxAttempts,
                maxWait);
    }
}

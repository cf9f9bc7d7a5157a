package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAddress;
import io.github.cxonetools.mojo.build.Tenants;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that speaks to a tenant. */
public abstract class AbstractRemoteMojo extends AbstractLocalTenantMojo {

    /**
     * The tenant's base URL, or {@code local} for the local tenant. If not set, the environment variable
     * {@code CXONE_BASE_URL}, else {@code https://api-us-1.nicecxone.com}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.baseUrl")
    private @Nullable String baseUrl;

    /**
     * Where access tokens come from; {@code {baseUrl}/oauth/token} if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.tokenUrl")
    private @Nullable String tokenUrl;

    /**
     * Path of the Data Actions endpoints below the base URL.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.actionsPath", defaultValue = "/api/v2/data-actions")
    private String actionsPath;

    /**
     * Path of the execution metrics query below the base URL.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.metricsPath", defaultValue = "/api/v2/analytics/data-actions/details/query")
    private String metricsPath;

    /**
     * How the tenant authenticates clients: {@code client-credentials}, {@code private-key-jwt} or {@code access-key}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.authentication", defaultValue = "client-credentials")
    private String authentication;

    /**
     * Id of the {@code <server>} in {@code settings.xml} whose user name is the client id and whose password is the client
     * secret. Set explicitly, it comes before the environment.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.serverId", defaultValue = "cxone")
    private String serverId;

    /**
     * Id of a second {@code <server>} for {@code access-key}: user name is the key's id, password its secret.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.accessKeyServerId", defaultValue = "cxone-access-key")
    private String accessKeyServerId;

    /**
     * The {@code aud} claim for {@code private-key-jwt}; the token URL if not set.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.tokenAudience")
    private @Nullable String tokenAudience;

    /**
     * {@code auto}, or {@code http-1.1} for tenants whose token endpoint fails on HTTP/2.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.httpVersion", defaultValue = "auto")
    private String httpVersion;

    /**
     * How long one request may take: an ISO-8601 duration.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.requestTimeout", defaultValue = "PT30S")
    private String requestTimeout;

    /**
     * How often one call is tried.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.maxAttempts", defaultValue = "5")
    private int maxAttempts;

    /**
     * How long one call may wait between its tries in total, a goal for another build in the same checkout, and a list of many
     * pages may take: an ISO-8601 duration.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.maxWait", defaultValue = "PT2M")
    private String maxWait;

    private final Tenants tenants;

    AbstractRemoteMojo(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Connects to the tenant, and says to which, with what; then what the goal is about to act on. */
    final Tenant connect(List<ActionDefinition> selected) throws CxoneException {
        Tenant tenant = tenants.connect(context(), address(), tenantSettings(0));
        getLog().info("Tenant " + (tenant.local() ? tenant.baseUrl() + " (local)" : addressLabel()));
        for (ActionDefinition definition : selected) {
            getLog().info(describe(definition));
        }
        return tenant;
    }

    /** The tenant as receipts name it, without connecting to it. */
    final String addressName() throws RejectedException {
        return addressUri().toString();
    }

    /** The same as an address; {@code local} for the local tenant. */
    final URI addressUri() throws RejectedException {
        return Tenants.baseUrl(context(), baseUrl);
    }

    /** How long one call, or one goal for another build, may wait. */
    final Duration maxWait() throws CxoneException {
        return Options.duration("maxWait", maxWait);
    }

    /** The tenant as messages name it before they are connected to it. */
    final String addressLabel() {
        return Tenants.label(baseUrl);
    }

    /** Whether {@link #connect} would connect to a local tenant. */
    final boolean isTenantLocal() throws RejectedException {
        return tenants.isLocal(context(), addressName(), tenantSettings(0).directory());
    }

    private TenantAddress address() throws CxoneException {
        return new TenantAddress(
                baseUrl,
                tokenUrl,
                actionsPath,
                metricsPath,
                Options.oneOf("authentication", Authentication.class, authentication),
                explicit("serverId") ? serverId : null,
                explicit("accessKeyServerId") ? accessKeyServerId : null,
                tokenAudience,
                Options.oneOf("httpVersion", HttpVersion.class, httpVersion) == HttpVersion.HTTP_1_1,
                Options.duration("requestTimeout", requestTimeout),
                maxAttempts,
                maxWait());
    }

    private static String describe(ActionDefinition definition) {
        URI url = definition.handlerUrl();
        String handler = definition.handler() == null ? "" : ", handler " + definition.handler();
        return "  " + definition.label() + handler + (url == null ? "" : ", " + ShownUrl.of(url.toString()));
    }

    /** The values of {@code httpVersion}. */
    public enum HttpVersion {
        AUTO,
        HTTP_1_1
    }
}

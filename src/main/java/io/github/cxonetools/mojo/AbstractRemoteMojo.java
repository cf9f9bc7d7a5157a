package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.settings.Authentication;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.mojo.build.LocalTenants;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.build.TenantAddress;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.mojo.project.ReceiptsPath;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that speaks to a tenant, and knows what was deployed there. */
public abstract class AbstractRemoteMojo extends AbstractActionsMojo {

    /**
     * The tenant's base URL, or {@code local} for the local tenant. If not set, the environment variable
     * {@code CXONE_BASE_URL}, else {@code https://api-us-1.nicecxone.com}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.baseUrl")
    private @Nullable String baseUrl;

    /**
     * Where access tokens come from; {@code /oauth/token} below the base URL if not set.
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

    /**
     * Where the local tenant keeps its database and its credentials.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.tenantDirectory", defaultValue = "${user.home}/.cxone/tenant", required = true)
    private File tenantDirectory;

    /**
     * How long the local tenant keeps the payloads of executions: an ISO-8601 period.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.keepExecutions", defaultValue = "P30D")
    private String keepExecutions;

    /**
     * The ids of what was deployed where. It lies outside {@code target}, so that {@code clean} keeps it; commit or cache it
     * where the tenant cannot be read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.receipts", defaultValue = "${project.basedir}/.cxone/receipts.json", required = true)
    private File receipts;

    /** The tenant that the parameters lead to; nothing is sent before it is connected. */
    final TenantAccess tenant() throws CxoneException {
        TenantAddress address = new TenantAddress(
                baseUrl,
                tokenUrl,
                actionsPath,
                metricsPath(),
                Options.oneOf("authentication", Authentication.class, authentication),
                context().parameters().isSet("serverId") ? serverId : null,
                context().parameters().isSet("accessKeyServerId") ? accessKeyServerId : null,
                tokenAudience,
                Options.oneOf("httpVersion", HttpVersion.class, httpVersion) == HttpVersion.HTTP_1_1,
                Options.duration("requestTimeout", requestTimeout),
                maxAttempts,
                Options.duration("maxWait", maxWait));
        return new TenantAccess(
                context(),
                address,
                LocalTenants.settings(context(), tenantDirectory, keepExecutions, 0),
                ReceiptsPath.of(context(), receipts));
    }

    /** Path of the execution metrics query below the base URL; only one goal asks for any. */
    String metricsPath() {
        return ClientSettings.DEFAULT_METRICS_PATH;
    }

    /** The values of {@code httpVersion}. */
    public enum HttpVersion {
        AUTO,
        HTTP_1_1
    }
}

package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.CredentialsLookup;
import io.github.cxonetools.client.settings.ProxySettings;
import io.github.cxonetools.client.settings.StoredText;
import io.github.cxonetools.client.settings.TrustStore;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.ServerEntries;
import io.github.cxonetools.report.deployment.ClientConsole;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantSettings;
import io.github.cxonetools.tenant.store.TenantCredentials;
import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;

/** Connects goals to tenants: which one, with which credentials, through the client that the whole build shares. */
@Named
public final class Tenants {

    private static final String DEFAULT_BASE_URL = "https://api-us-1.nicecxone.com";

    private final BuildSessions builds;
    private final ServerEntries servers;

    @Inject
    Tenants(BuildSessions builds, ServerEntries servers) {
        this.builds = builds;
        this.servers = servers;
    }

    /**
     * Connects to {@code address}, or to the local tenant that {@code start-tenant} has given to the module. Only a local
     * tenant's own credentials are sent to it, whatever the environment and the settings hold.
     */
    public Tenant connect(GoalContext goal, TenantAddress address, TenantSettings localSettings) throws CxoneException {
        BuildSession build = builds.of(goal.session());
        StartedTenant started = build.started(goal.project());
        if (started != null) {
            return local(goal, address, started.settings(), started.tenant().url());
        }
        String wanted = wanted(address.baseUrl());
        if (wanted.equals("local")) {
            URI url = build.tenant(localSettings, new TenantLog(goal.log())).url();
            return local(goal, address, localSettings, url);
        }
        if (address.tokenUrl() != null) {
            goal.secrets().addPartsOf(address.tokenUrl());
        }
        URI baseUrl = baseUrl(goal, address.baseUrl());
        URI running = LocalTenant.running(localSettings.directory());
        if (running != null && sameAddress(running, baseUrl)) {
            return local(goal, address, localSettings, baseUrl);
        }
        return remote(goal, address, baseUrl);
    }

    private Tenant local(GoalContext goal, TenantAddress address, TenantSettings localSettings, URI baseUrl)
            throws CxoneException {
        TenantCredentials own = TenantCredentials.read(localSettings.directory());
        goal.secrets().add(own.clientSecret());
        Credentials credentials = Credentials.clientCredentials(
                own.clientId(), own.clientSecret(), "credentials.json of the local tenant");
        return connect(goal, address.local(), baseUrl, credentials, true);
    }

    private Tenant remote(GoalContext goal, TenantAddress address, URI baseUrl) throws CxoneException {
        if (goal.session().isOffline() && !HandlerUrls.isLoopback(baseUrl)) {
            throw new RejectedException("Maven is offline (-o), and the tenant " + label(address.baseUrl())
                    + " needs the network. Run without -o, or with -Dcxone.baseUrl=local");
        }
        try {
            Credentials credentials = new CredentialsLookup(System.getenv(), id -> servers.server(goal.session(), id))
                    .find(address.authentication(), address.serverId(), address.accessKeyServerId());
            return connect(goal, address, baseUrl, credentials, false);
        } catch (IllegalStateException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Tenant connect(GoalContext goal, TenantAddress address, URI baseUrl, Credentials credentials, boolean local)
            throws CxoneException {
        if ("https".equalsIgnoreCase(baseUrl.getScheme())) {
            TrustStore.check("cxone:" + goal.name(), System.getProperties());
        }
        ClientSettings settings =
                settings(goal, address, baseUrl, local ? null : servers.proxy(goal.session(), baseUrl));
        CxoneClient client = builds.of(goal.session())
                .client(settings, credentials, new ClientConsole(goal.log()::info, goal.log()::warn), goal.secrets());
        return new Tenant(client, baseUrl, local);
    }

    /** Whether {@link #connect} would connect to a local tenant; starts none, and sends nothing. */
    public boolean isLocal(GoalContext goal, String wanted, Path localDirectory) throws RejectedException {
        if (builds.of(goal.session()).started(goal.project()) != null || wanted.equals("local")) {
            return true;
        }
        URI running = LocalTenant.running(localDirectory);
        return running != null && sameAddress(running, url("cxone.baseUrl", wanted));
    }

    /** The base URL that is meant, or {@code local}. */
    static String wanted(@Nullable String baseUrl) {
        String set = StoredText.clean(String.valueOf(isDefault(baseUrl) ? DEFAULT_BASE_URL : set(baseUrl)));
        return set.equalsIgnoreCase("local") ? "local" : set;
    }

    /** Whether nobody has said which tenant is meant. */
    static boolean isDefault(@Nullable String baseUrl) {
        String set = set(baseUrl);
        return set == null || StoredText.clean(set).isEmpty();
    }

    /** The tenant as messages name it; nobody has chosen the default one. */
    public static String label(@Nullable String baseUrl) {
        return ShownUrl.of(wanted(baseUrl)) + (isDefault(baseUrl) ? " (default; set cxone.baseUrl)" : "");
    }

    private static @Nullable String set(@Nullable String baseUrl) {
        return baseUrl == null ? System.getenv("CXONE_BASE_URL") : baseUrl;
    }

    /** The base URL that is meant, checked; {@code local} for the local tenant. */
    public static URI baseUrl(GoalContext goal, @Nullable String baseUrl) throws RejectedException {
        String wanted = wanted(baseUrl);
        goal.secrets().addPartsOf(wanted);
        return wanted.equals("local") ? URI.create(wanted) : url("cxone.baseUrl", wanted);
    }

    private static boolean sameAddress(URI a, URI b) {
        return HandlerUrls.isLoopback(a) && HandlerUrls.isLoopback(b) && a.getPort() == b.getPort();
    }

    private static ClientSettings settings(
            GoalContext goal, TenantAddress address, URI baseUrl, @Nullable ProxySettings proxy)
            throws RejectedException {
        try {
            return new ClientSettings(
                    baseUrl,
                    address.tokenUrl() == null
                            ? below(baseUrl, "/oauth/token")
                            : url("cxone.tokenUrl", address.tokenUrl()),
                    address.actionsPath(),
                    address.metricsPath(),
                    address.authentication(),
                    address.tokenAudience(),
                    address.http11Only(),
                    address.requestTimeout(),
                    address.maxAttempts(),
                    address.maxWait(),
                    proxy,
                    "cxone-maven-plugin/" + goal.pluginVersion());
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()));
        }
    }

    private static URI below(URI baseUrl, String path) {
        String base = baseUrl.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    /** The address that a parameter gives. No cause is kept: a parser's message quotes what it was given. */
    public static URI url(String parameter, String text) throws RejectedException {
        try {
            return ClientSettings.url(parameter, new URI(text));
        } catch (URISyntaxException e) {
            throw new RejectedException(parameter + " is no URL. Use one like " + DEFAULT_BASE_URL
                    + (parameter.equals("cxone.baseUrl") ? ", or local" : "/oauth/token"));
        } catch (IllegalArgumentException e) {
            throw new RejectedException(String.valueOf(e.getMessage()));
        }
    }
}

package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.HandlerUrls;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.client.settings.CredentialsLookup;
import io.github.cxonetools.client.settings.ProxySettings;
import io.github.cxonetools.client.settings.TenantRole;
import io.github.cxonetools.client.settings.TrustStore;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.OncePerBuild;
import io.github.cxonetools.mojo.project.ServerEntries;
import io.github.cxonetools.report.deployment.ClientConsole;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantSettings;
import io.github.cxonetools.tenant.store.TenantCredentials;
import io.github.cxonetools.text.ShownUrl;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connects goals to tenants: which one, with which credentials, through the client that the whole build shares. */
public final class TenantConnector {

    private final GoalContext goal;
    private final ServerEntries servers;

    public TenantConnector(GoalContext goal) {
        this.goal = goal;
        this.servers = new ServerEntries(goal.maven().decrypter());
    }

    /** Connects to a tenant, and says to which, with what; then what the goal is about to act on. */
    public Tenant connect(TenantAddress address, TenantSettings localSettings, List<ActionDefinition> actions)
            throws CxoneException {
        Tenant tenant = connect(address, localSettings);
        OncePerBuild said = new OncePerBuild(goal);
        said.info("Tenant " + (tenant.local() ? tenant.baseUrl() + " (local)" : TenantUrls.label(address.baseUrl())));
        for (ActionDefinition action : actions) {
            URI url = action.handlerUrl();
            said.info("  " + action.label() + (action.handler() == null ? "" : ", handler " + action.handler())
                    + (url == null ? "" : ", " + ShownUrl.of(url.toString())));
        }
        return tenant;
    }

    /** The same for a goal that speaks to local tenants only, and refuses any other before it is spoken to. */
    public Tenant connectLocal(TenantAddress address, TenantSettings localSettings, List<ActionDefinition> actions)
            throws CxoneException {
        String wanted = TenantUrls.wanted(address.baseUrl());
        goal.secrets().addPartsOf(wanted);
        if (!isLocal(wanted, localSettings.directory())) {
            throw new RejectedException("cxone:" + goal.name() + " sends payloads to a local tenant only, and "
                    + TenantUrls.label(address.baseUrl()) + " is none: in CXone, flows execute actions. "
                    + "Run it with -Dcxone.baseUrl=local");
        }
        return connect(address, localSettings, actions);
    }

    /**
     * Connects to {@code address}, or to the local tenant that {@code start-tenant} has given to the module. Only a local
     * tenant's own credentials are sent to it, whatever the environment and the settings hold.
     */
    private Tenant connect(TenantAddress address, TenantSettings localSettings) throws CxoneException {
        BuildSession build = BuildSession.of(goal.session());
        StartedTenant started = build.started(goal.project());
        if (started != null) {
            return local(address, started.settings(), started.tenant().url());
        }
        String wanted = TenantUrls.wanted(address.baseUrl());
        if (wanted.equals("local")) {
            URI url = build.tenant(localSettings, new TenantLog(goal.log())).url();
            return local(address, localSettings, url);
        }
        if (address.tokenUrl() != null) {
            goal.secrets().addPartsOf(address.tokenUrl());
        }
        URI baseUrl = TenantUrls.baseUrl(goal, address.baseUrl());
        URI running = LocalTenant.running(localSettings.directory());
        if (running != null && TenantUrls.isSame(running, baseUrl)) {
            return local(address, localSettings, baseUrl);
        }
        return remote(address, baseUrl, TenantRole.TARGET);
    }

    /**
     * Connects to the tenant that contracts come from, and says to which: with credentials of its own, whatever there is for
     * the one that the goal acts on.
     */
    public Tenant connectSource(TenantAddress address, TenantSettings localSettings) throws CxoneException {
        String wanted = TenantUrls.wanted(address.baseUrl());
        goal.secrets().addPartsOf(wanted);
        Tenant tenant = wanted.equals("local")
                ? local(
                        address,
                        localSettings,
                        BuildSession.of(goal.session())
                                .tenant(localSettings, new TenantLog(goal.log()))
                                .url())
                : source(address, localSettings, TenantUrls.url("cxone.sourceBaseUrl", wanted));
        new OncePerBuild(goal)
                .info("Source tenant " + ShownUrl.of(tenant.baseUrl().toString()) + (tenant.local() ? " (local)" : ""));
        return tenant;
    }

    private Tenant source(TenantAddress address, TenantSettings localSettings, URI baseUrl) throws CxoneException {
        URI running = LocalTenant.running(localSettings.directory());
        return running != null && TenantUrls.isSame(running, baseUrl)
                ? local(address, localSettings, baseUrl)
                : remote(address, baseUrl, TenantRole.SOURCE);
    }

    private Tenant local(TenantAddress address, TenantSettings localSettings, URI baseUrl) throws CxoneException {
        TenantCredentials own = TenantCredentials.read(localSettings.directory());
        goal.secrets().add(own.clientSecret());
        Credentials credentials = Credentials.clientCredentials(
                own.clientId(), own.clientSecret(), "credentials.json of the local tenant");
        return connect(address.local(), baseUrl, credentials, true);
    }

    private Tenant remote(TenantAddress address, URI baseUrl, TenantRole role) throws CxoneException {
        if (goal.session().isOffline() && !HandlerUrls.isLoopback(baseUrl)) {
            throw new RejectedException("Maven is offline (-o), and the tenant " + TenantUrls.label(address.baseUrl())
                    + " needs the network. Run without -o, or with -Dcxone.baseUrl=local");
        }
        try {
            Credentials credentials = new CredentialsLookup(
                            System.getenv(), id -> servers.server(goal.session(), id), role)
                    .find(address.authentication(), address.serverId(), address.accessKeyServerId());
            return connect(address, baseUrl, credentials, false);
        } catch (IllegalStateException e) {
            throw new RejectedException(String.valueOf(e.getMessage()), e);
        }
    }

    private Tenant connect(TenantAddress address, URI baseUrl, Credentials credentials, boolean local)
            throws CxoneException {
        if ("https".equalsIgnoreCase(baseUrl.getScheme())) {
            TrustStore.check("cxone:" + goal.name(), System.getProperties());
        }
        ClientSettings settings = settings(address, baseUrl, local ? null : servers.proxy(goal.session(), baseUrl));
        CxoneClient client = BuildSession.of(goal.session())
                .client(
                        settings,
                        credentials,
                        new ClientConsole(new OncePerBuild(goal)::info, goal.log()::warn),
                        goal.secrets());
        return new Tenant(client, baseUrl, local);
    }

    /** Whether {@link #connect} would connect to a local tenant; starts none, and sends nothing. */
    public boolean isLocal(String wanted, Path localDirectory) throws RejectedException {
        if (BuildSession.of(goal.session()).started(goal.project()) != null || wanted.equals("local")) {
            return true;
        }
        URI running = LocalTenant.running(localDirectory);
        return running != null && TenantUrls.isSame(running, TenantUrls.url("cxone.baseUrl", wanted));
    }

    private ClientSettings settings(TenantAddress address, URI baseUrl, @Nullable ProxySettings proxy)
            throws RejectedException {
        try {
            return new ClientSettings(
                    baseUrl,
                    address.tokenUrl() == null
                            ? TenantUrls.below(baseUrl, "/oauth/token")
                            : TenantUrls.url("cxone.tokenUrl", address.tokenUrl()),
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
}

package io.github.cxonetools.tenant;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.tenant.actions.ActionsApi;
import io.github.cxonetools.tenant.actions.Executions;
import io.github.cxonetools.tenant.actions.ExecutionsApi;
import io.github.cxonetools.tenant.actions.TrialApi;
import io.github.cxonetools.tenant.analytics.Analytics;
import io.github.cxonetools.tenant.analytics.AnalyticsEndpoint;
import io.github.cxonetools.tenant.auth.AccessCheck;
import io.github.cxonetools.tenant.auth.Assertions;
import io.github.cxonetools.tenant.auth.Clients;
import io.github.cxonetools.tenant.auth.IssuedTokens;
import io.github.cxonetools.tenant.auth.PageSessions;
import io.github.cxonetools.tenant.auth.TokenEndpoint;
import io.github.cxonetools.tenant.http.Loopback;
import io.github.cxonetools.tenant.store.ActionStore;
import io.github.cxonetools.tenant.store.Database;
import io.github.cxonetools.tenant.store.ExecutionRecorder;
import io.github.cxonetools.tenant.store.ExecutionStore;
import io.github.cxonetools.tenant.store.FixtureFolders;
import io.github.cxonetools.tenant.store.RunningTenant;
import io.github.cxonetools.tenant.store.StoredSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** The tenant's database and its HTTP endpoints, from start to stop: what the owner of a directory runs. */
final class TenantServer implements AutoCloseable {

    private static final int MAX_BODY = 10 << 20;
    private static final Duration TOKENS_LAST = Duration.ofHours(1);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Database database;
    private final ExecutionRecorder recorder;
    private final Executions executions;
    private final Retention retention;
    private final Loopback loopback;
    private final RunningTenant running;
    private final PageSessions sessions;

    private TenantServer(TenantContext owned, Database database, Loopback loopback) throws CxoneException {
        Clock clock = owned.clock();
        StoredSettings settings = new StoredSettings(database);
        IssuedTokens tokens = new IssuedTokens(settings.key("token-key"), TOKENS_LAST, clock);
        this.database = database;
        this.recorder = ExecutionRecorder.start(database); // From here on nothing fails: its thread would stay.
        this.executions = new Executions(recorder, clock);
        this.loopback = loopback;
        this.running = new RunningTenant(
                ProcessHandle.current().pid(),
                loopback.port(),
                UUID.randomUUID().toString());
        this.sessions = new PageSessions(owned.directory().path(), clock, loopback.port());
        ExecutionStore kept = new ExecutionStore(database);
        this.retention = Retention.start(kept, owned);
        serve(owned, tokens, kept);
    }

    private void serve(TenantContext owned, IssuedTokens tokens, ExecutionStore kept) {
        ActionStore store = new ActionStore(database);
        ActionsApi actions = new ActionsApi(store);
        FixtureFolders fixtures = new FixtureFolders(owned.directory());
        AccessCheck access = new AccessCheck(tokens, sessions);
        loopback.serve(new TenantApi(running, owned.events()::warning)
                .tokens(new TokenEndpoint(
                        new Clients(owned.directory()),
                        new Assertions(audiences(running.port()), owned.clock()),
                        tokens))
                .actions(access, actions)
                .executions(access, new ExecutionsApi(actions, executions, kept))
                .trials(access, new TrialApi(actions, store, executions, fixtures))
                .analytics(access, new AnalyticsEndpoint(new Analytics(database)))
                .page(access, new TenantPage(sessions), sessions));
    }

    /** Serves the directory on the settings' port. */
    static TenantServer start(TenantContext owned) throws CxoneException {
        TenantSettings settings = owned.settings();
        return start(owned, settings.orOther() ? bindOrAny(settings.port()) : bind(settings.port()));
    }

    /**
     * As {@link #start}, on {@code port} if it is free, so that those who were given the address find the tenant there.
     *
     * @param patience how long to wait for the port: a process that is killed gives its locks back before its sockets
     */
    static TenantServer succeed(TenantContext owned, int port, Duration patience) throws CxoneException {
        return start(owned, bindOrAny(port, patience));
    }

    private static Loopback bindOrAny(int port, Duration patience) throws UnavailableException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return bind(port);
            } catch (UnavailableException e) {
                LockSupport.parkNanos(POLL.toNanos());
            }
        }
        return bindOrAny(port);
    }

    private static Loopback bindOrAny(int port) throws UnavailableException {
        try {
            return bind(port);
        } catch (UnavailableException e) {
            return bind(0);
        }
    }

    private static TenantServer start(TenantContext owned, Loopback loopback) throws CxoneException {
        TenantServer server;
        try {
            server = open(owned, loopback);
        } catch (CxoneException e) {
            loopback.close();
            throw e;
        }
        try {
            owned.directory().write(RunningTenant.FILE, server.running.toJson());
            return server;
        } catch (CxoneException e) {
            server.close();
            throw e;
        }
    }

    private static TenantServer open(TenantContext owned, Loopback loopback) throws CxoneException {
        Database database = Database.open(owned.directory(), owned.settings().pluginVersion());
        try {
            owned.directory().credentials();
            return new TenantServer(owned, database, loopback);
        } catch (CxoneException e) {
            database.close();
            throw e;
        }
    }

    RunningTenant running() {
        return running;
    }

    /** The query of an address that opens the page once. */
    String oneTimeQuery() {
        return sessions.oneTimeQuery();
    }

    /** Answers what has been asked, writes what has been answered, and closes the database. */
    @Override
    public void close() {
        loopback.close();
        retention.close();
        executions.close();
        recorder.close();
        database.close();
    }

    private static Set<String> audiences(int port) {
        return Set.of("http://127.0.0.1:" + port + "/oauth/token", "http://localhost:" + port + "/oauth/token");
    }

    private static Loopback bind(int port) throws UnavailableException {
        try {
            return Loopback.bind(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port, MAX_BODY);
        } catch (IOException e) {
            throw new UnavailableException(
                    "The local tenant cannot listen on 127.0.0.1:" + port + " (" + e.getMessage()
                            + "). Stop what listens there, or set cxone.tenantPort to another port, or to 0 for any",
                    e);
        }
    }
}

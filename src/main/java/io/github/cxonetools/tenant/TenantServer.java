package io.github.cxonetools.tenant;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The tenant's database and its HTTP endpoints, from start to stop: what the owner of a directory runs. */
final class TenantServer implements AutoCloseable {

    private static final int MAX_BODY = 10 << 20;

    private final Database database;
    private final ExecutionRecorder recorder;
    private final Executions executions;
    private final Loopback loopback;
    private final RunningTenant running;

    private TenantServer(
            Database database,
            ExecutionRecorder recorder,
            Executions executions,
            Loopback loopback,
            RunningTenant running) {
        this.database = database;
        this.recorder = recorder;
        this.executions = executions;
        this.loopback = loopback;
        this.running = running;
    }

    /** Serves {@code directory}, whose lock the caller holds, on the settings' port. */
    static TenantServer start(TenantDirectory directory, TenantSettings settings, Clock clock) throws CxoneException {
        return start(directory, settings, clock, bind(settings.port()));
    }

    /** As {@link #start}, on {@code port} if it is free, so that those who were given the address find the tenant there. */
    static TenantServer succeed(TenantDirectory directory, TenantSettings settings, Clock clock, int port)
            throws CxoneException {
        Loopback loopback;
        try {
            loopback = bind(port);
        } catch (UnavailableException e) {
            loopback = bind(0);
        }
        return start(directory, settings, clock, loopback);
    }

    private static TenantServer start(
            TenantDirectory directory, TenantSettings settings, Clock clock, Loopback loopback) throws CxoneException {
        try {
            return open(directory, settings, clock, loopback);
        } catch (CxoneException e) {
            loopback.close();
            throw e;
        }
    }

    private static TenantServer open(TenantDirectory directory, TenantSettings settings, Clock clock, Loopback loopback)
            throws CxoneException {
        TenantCredentials credentials = directory.credentials();
        Database database = Database.open(directory, settings.pluginVersion());
        try {
            ExecutionRecorder recorder = ExecutionRecorder.start(database);
            Executions executions = new Executions(recorder, clock);
            RunningTenant running = new RunningTenant(
                    ProcessHandle.current().pid(),
                    loopback.port(),
                    UUID.randomUUID().toString());
            AccessTokens tokens = new AccessTokens(database.write(TenantServer::tokenKey), clock);
            TenantServer server = new TenantServer(database, recorder, executions, loopback, running);
            server.serve(server.routes(credentials, tokens));
            directory.write(RunningTenant.FILE, running.toJson());
            return server;
        } catch (CxoneException e) {
            database.close();
            throw e;
        }
    }

    RunningTenant running() {
        return running;
    }

    /** Answers what has been asked, writes what has been answered, and closes the database. */
    @Override
    public void close() {
        loopback.close();
        executions.close();
        recorder.close();
        database.close();
    }

    private void serve(Routes routes) {
        LocalOnly localOnly = new LocalOnly(loopback.port());
        loopback.serve(request -> {
            try {
                localOnly.check(request);
                return routes.answer(request).with(RunningTenant.HEADER, running.instance());
            } catch (Problem problem) {
                return problem.toAnswer().with(RunningTenant.HEADER, running.instance());
            }
        });
    }

    private Routes routes(TenantCredentials credentials, AccessTokens tokens) {
        TenantClient owner = new TenantClient(credentials.clientId(), credentials.clientSecret(), Scope.ALL);
        TokenEndpoint token = new TokenEndpoint(
                id -> Optional.of(owner).filter(client -> client.clientId().equals(id)), tokens);
        ActionsApi actions = new ActionsApi(new ActionStore(database));
        ExecutionsApi executed = new ExecutionsApi(actions, executions, new ExecutionStore(database));
        AnalyticsApi analytics = new AnalyticsApi(new Analytics(database));
        Bearer bearer = new Bearer(tokens);
        Routes.Access read = bearer.scope(Scope.READ);
        Routes.Access write = bearer.scope(Scope.WRITE);
        return new Routes()
                .add("POST", "/oauth/token", request -> {}, Routes.FORM, token::issue)
                .add("POST", "/api/v2/data-actions", write, Routes.JSON, actions::create)
                .add("GET", "/api/v2/data-actions", read, null, actions::list)
                .add("GET", "/api/v2/data-actions/{}", read, null, actions::get)
                .add("PATCH", "/api/v2/data-actions/{}", write, Routes.JSON, actions::change)
                .add(
                        "POST",
                        "/api/v2/analytics/data-actions/details/query",
                        bearer.scope(Scope.ANALYTICS),
                        Routes.JSON,
                        analytics::query)
                .add("POST", "/local/v1/data-actions/{}/executions", write, Routes.JSON, executed::execute)
                .add("GET", "/local/v1/executions", read, null, executed::latest)
                .add("GET", "/local/v1/executions/{}", read, null, executed::get);
    }

    /** The key that signs access tokens, made once. */
    private static byte[] tokenKey(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement("SELECT content FROM setting WHERE name = 'token-key'");
                ResultSet row = query.executeQuery()) {
            if (row.next()) {
                return row.getString(1).getBytes(StandardCharsets.UTF_8);
            }
        }
        String key = TenantDirectory.secret(new SecureRandom(), 32);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO setting (name, content) VALUES ('token-key', ?)")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
        return key.getBytes(StandardCharsets.UTF_8);
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

package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.settings.ClientEvents;
import io.github.cxonetools.client.settings.ClientSettings;
import io.github.cxonetools.client.settings.Credentials;
import io.github.cxonetools.mojo.project.RedactedText;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantEvents;
import io.github.cxonetools.tenant.TenantSettings;
import io.github.cxonetools.text.Secrets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the modules and goals of one build share: a client each (settings, credentials), local tenants, deferred work. */
public final class BuildSession {

    /** Modules see one build though each has a session object of its own; the request is the same for all. */
    private static final Map<MavenExecutionRequest, BuildSession> BUILDS =
            Collections.synchronizedMap(new WeakHashMap<>());

    private final Map<ClientKey, CxoneClient> clients = new HashMap<>();
    private final Map<Path, LocalTenant> tenants = new HashMap<>();
    private final Map<MavenProject, StartedTenant> started = new LinkedHashMap<>();
    private final SessionEndActions end;

    private BuildSession(SessionEndActions end) {
        this.end = end;
        end.closeLast(session -> close());
    }

    /** The build that {@code session} belongs to; it is closed when Maven says that the session has ended. */
    public static BuildSession of(MavenSession session) {
        return BUILDS.computeIfAbsent(session.getRequest(), request -> new BuildSession(SessionEndActions.of(request)));
    }

    /** The client for these settings and credentials, connected once a build. */
    synchronized CxoneClient client(
            ClientSettings settings, Credentials credentials, ClientEvents events, Secrets secrets) {
        ClientKey key = new ClientKey(settings, credentials);
        CxoneClient client = clients.get(key);
        if (client == null) {
            client = CxoneClient.connect(settings, credentials, events, secrets);
            clients.put(key, client);
        }
        return client;
    }

    /** The local tenant of a directory, opened once a build and closed at its end. */
    synchronized LocalTenant tenant(TenantSettings settings, TenantEvents events) throws CxoneException {
        LocalTenant tenant = tenants.get(settings.directory());
        if (tenant == null) {
            tenant = LocalTenant.open(settings, Clock.systemUTC(), events);
            tenants.put(settings.directory(), tenant);
        }
        return tenant;
    }

    /** From now on the module's goals speak to this local tenant. */
    synchronized void start(StartedTenant tenant) {
        stop(tenant.module());
        started.put(tenant.module(), tenant);
    }

    /** The local tenant that {@code start-tenant} has given to the module, or null. */
    synchronized @Nullable StartedTenant started(MavenProject module) {
        return started.get(module);
    }

    /** Takes back what {@link #start} did; false if there was nothing to take back. */
    public synchronized boolean stop(MavenProject module) {
        StartedTenant tenant = started.remove(module);
        if (tenant != null) {
            tenant.stop();
        }
        return tenant != null;
    }

    /** Leaves work for the end of the build; it is not done if the build has failed by then. */
    void defer(Deferred work) {
        end.defer(work.module(), (session, isFailed) -> {
            if (isFailed) {
                notDone(work, session);
            } else {
                run(work, session);
            }
        });
    }

    private static void notDone(Deferred work, MavenSession session) {
        String what = "Not done, because the build failed: " + work.what();
        work.log().warn(what);
        if (Resumption.isBlind(session, work.pluginKey())) {
            Resumption.beginAt(
                    work.module(),
                    what + ". No later module runs this plugin: resume at this one, not after it",
                    session);
        }
    }

    /**
     * At the end of the build, the first goal that can deploys or names what modules outside of it left.
     *
     * @param isDeploying whether {@code left} can deploy, rather than only name what is to be done
     */
    void finish(UnfinishedDeployments left, boolean isDeploying) {
        end.finishUnfinished(session -> finish(left, session), isDeploying);
    }

    private static void finish(UnfinishedDeployments left, MavenSession session) {
        try {
            left.finish();
        } catch (CxoneException e) {
            RedactedText redacted = RedactedText.of(session);
            String message = redacted.text(e.getMessage());
            session.getResult()
                    .addException(
                            e instanceof RejectedException
                                    ? new MojoFailureException(message, redacted.cause(e.getCause()))
                                    : new MojoExecutionException(message, redacted.cause(e.getCause())));
        }
    }

    /** Closes what was opened. */
    private synchronized void close() {
        for (StartedTenant tenant : started.values()) {
            tenant.stop();
        }
        started.clear();
        for (CxoneClient client : clients.values()) {
            client.close();
        }
        clients.clear();
        for (LocalTenant tenant : tenants.values()) {
            tenant.close();
        }
        tenants.clear();
    }

    private static void run(Deferred work, MavenSession session) {
        try {
            work.action().run();
        } catch (MojoFailureException | MojoExecutionException e) {
            work.log().error(work.what() + ": " + e.getMessage());
            session.getResult().addException(e);
        }
    }

    private record ClientKey(ClientSettings settings, Credentials credentials) {

        /** One value is enough to find the few there are; to link a record's own over all of them takes longer. */
        @Override
        public int hashCode() {
            return settings.baseUrl().hashCode();
        }
    }
}

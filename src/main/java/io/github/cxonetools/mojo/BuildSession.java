package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.ClientEvents;
import io.github.cxonetools.client.ClientSettings;
import io.github.cxonetools.client.Credentials;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.tenant.LocalTenant;
import io.github.cxonetools.tenant.TenantEvents;
import io.github.cxonetools.tenant.TenantSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the modules and goals of one build share: a client each (settings, credentials), local tenants, deferred work. */
final class BuildSession {

    private final Map<ClientKey, CxoneClient> clients = new HashMap<>();
    private final Map<Path, LocalTenant> tenants = new HashMap<>();
    private final Map<MavenProject, StartedTenant> started = new LinkedHashMap<>();
    private @Nullable LeftBehind leftBehind;
    private final List<Deferred> deferred = new ArrayList<>();

    /** The client for these settings and credentials, connected once a build. */
    synchronized CxoneClient client(ClientSettings settings, Credentials credentials, ClientEvents events) {
        return clients.computeIfAbsent(
                new ClientKey(settings, credentials), key -> CxoneClient.connect(settings, credentials, events));
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
    synchronized boolean stop(MavenProject module) {
        StartedTenant tenant = started.remove(module);
        if (tenant != null) {
            tenant.stop();
        }
        return tenant != null;
    }

    /** Leaves work for the end of the build; it is not done if the build has failed by then. */
    synchronized void defer(Deferred work) {
        deferred.add(work);
    }

    /** What modules outside of this build left is settled at its end, by the first goal that can. */
    synchronized void settle(LeftBehind left) {
        if (leftBehind == null) {
            leftBehind = left;
        }
    }

    /** Does what was deferred, then closes what was opened. A failure becomes the build's. */
    synchronized void end(MavenSession session) {
        try {
            if (session.getResult().hasExceptions()) {
                deferred.forEach(work -> work.log().warn("Not done, because the build failed: " + work.what()));
            } else {
                settleLeftBehind(session);
                order(session).forEach(work -> run(work, session));
            }
        } finally {
            deferred.clear();
            started.values().forEach(StartedTenant::stop);
            started.clear();
            clients.values().forEach(CxoneClient::close);
            clients.clear();
            tenants.values().forEach(LocalTenant::close);
            tenants.clear();
        }
    }

    private void settleLeftBehind(MavenSession session) {
        try {
            if (leftBehind != null) {
                leftBehind.settle();
            }
        } catch (RejectedException e) {
            session.getResult().addException(new MojoFailureException(e.getMessage(), e.getCause()));
        } catch (CxoneException e) {
            session.getResult().addException(new MojoExecutionException(e.getMessage(), e.getCause()));
        }
    }

    private List<Deferred> order(MavenSession session) {
        List<MavenProject> modules = session.getProjects();
        List<Deferred> ordered = new ArrayList<>(deferred);
        ordered.sort((a, b) -> Integer.compare(modules.indexOf(a.module()), modules.indexOf(b.module())));
        return ordered;
    }

    private static void run(Deferred work, MavenSession session) {
        try {
            work.action().run();
        } catch (MojoFailureException | MojoExecutionException e) {
            work.log().error(work.what() + ": " + e.getMessage());
            session.getResult().addException(e);
        }
    }

    private record ClientKey(ClientSettings settings, Credentials credentials) {}
}

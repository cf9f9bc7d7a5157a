package io.github.cxonetools.tenant;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.tenant.http.Threads;
import io.github.cxonetools.tenant.store.FixtureFolders;
import io.github.cxonetools.tenant.store.RunningTenant;
import io.github.cxonetools.tenant.store.TenantCredentials;
import io.github.cxonetools.tenant.store.TenantDirectory;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * CXone on this machine: the contract's other side on a loopback port, with a database in a directory. One process owns the
 * directory and serves it; whoever opens it meanwhile is given that one's address, and takes over when it ends.
 */
public final class LocalTenant implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);

    /** How long a successor waits for the port of the process that ended. */
    private static final Duration VACATED_WITHIN = Duration.ofSeconds(5);

    private final TenantDirectory directory;
    private final TenantSettings settings;
    private final Clock clock;
    private final TenantEvents events;

    private volatile URI url = URI.create("http://127.0.0.1");
    private @Nullable TenantServer server;
    private @Nullable FileLock lock;
    private boolean closed;

    private LocalTenant(TenantDirectory directory, TenantSettings settings, Clock clock, TenantEvents events) {
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Serves the tenant in the settings' directory, or finds who does.
     *
     * @throws CxoneException where directory, database or port cannot be used
     */
    public static LocalTenant open(TenantSettings settings, Clock clock, TenantEvents events) throws CxoneException {
        // JSON and database are the two that take time to load: on two cores, side by side.
        Thread json = Threads.daemon("cxone-json", () -> Json.compact(Json.read("{}")));
        json.start();
        try {
            return open(settings, clock, events, System.nanoTime() + PATIENCE.toNanos());
        } finally {
            join(json); // Where opening failed, the classes that it loads are about to be taken away.
        }
    }

    private static LocalTenant open(TenantSettings settings, Clock clock, TenantEvents events, long deadline)
            throws CxoneException {
        TenantDirectory directory = TenantDirectory.open(settings.directory());
        LocalTenant tenant = new LocalTenant(directory, settings, clock, events);
        while (!tenant.own() && !tenant.attach()) {
            if (System.nanoTime() > deadline) {
                throw new UnavailableException("Another process holds the local tenant in " + directory.path()
                        + " and does not answer. End it (" + RunningTenant.FILE + " names its pid), then try again");
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return tenant;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where a tenant serves {@code directory} at present; null where none does. */
    public static @Nullable URI running(Path directory) {
        return RunningTenant.find(directory).map(RunningTenant::url).orElse(null);
    }

    /** The base URL. */
    public URI url() {
        return url;
    }

    /** Whether this process serves the tenant. */
    public synchronized boolean isOwner() {
        return server != null;
    }

    /** {@code {"clientId":"…","clientSecret":"…"}}; the client has every scope. */
    public Path credentialsFile() {
        return directory.file(TenantCredentials.FILE);
    }

    /**
     * Tells the tenant's page, whichever process serves it, where a project keeps the fixtures of its actions.
     *
     * @param byAction the folder of each action
     */
    public void rememberFixtures(Map<String, Path> byAction) throws CxoneException {
        new FixtureFolders(directory).remember(byAction);
    }

    /**
     * An address that opens the tenant's page in a browser, once; the page stays open to that browser.
     *
     * @throws CxoneException where another process serves the tenant and does not answer
     */
    public URI pageAddress() throws CxoneException {
        synchronized (this) {
            if (server != null) {
                return URI.create(url + "/?" + server.oneTimeQuery());
            }
        }
        return RemotePage.address(url, TenantCredentials.read(directory.path()));
    }

    private TenantContext owned() {
        return new TenantContext(directory, settings, clock, events);
    }

    private synchronized boolean own() throws CxoneException {
        Optional<FileLock> acquired = directory.tryLock();
        if (acquired.isEmpty()) {
            return false;
        }
        try {
            server = TenantServer.start(owned());
            lock = acquired.get();
            url = server.running().url();
            events.started(url, directory.path());
            return true;
        } finally {
            if (server == null) {
                release(acquired.get());
            }
        }
    }

    private synchronized boolean attach() {
        Optional<RunningTenant> running = RunningTenant.find(directory.path());
        running.ifPresent(found -> {
            url = found.url();
            events.attached(url, directory.path());
            Threads.daemon("cxone-tenant-successor", this::waitForSuccession).start();
        });
        return running.isPresent();
    }

    private void waitForSuccession() {
        while (!succeed()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    /** Takes the tenant over if nobody serves it any more; true when there is nothing left to wait for. */
    private synchronized boolean succeed() {
        if (closed) {
            return true;
        }
        try {
            Optional<FileLock> acquired = directory.tryLock();
            if (acquired.isEmpty()) {
                follow();
                return false;
            }
            lock = acquired.get();
            // At the old address, because it has been handed out.
            server = TenantServer.succeed(owned(), url.getPort(), VACATED_WITHIN);
            url = server.running().url();
            events.tookOver(url, directory.path());
        } catch (CxoneException e) {
            release(lock);
            events.warning("This process could not take over the local tenant: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            release(lock);
            events.warning("This process could not take over the local tenant: " + e);
        }
        return true;
    }

    /** Somebody else may have been faster to take over, at another address. */
    private void follow() {
        Optional<URI> other = RunningTenant.read(directory.path()).map(RunningTenant::url);
        if (other.isPresent() && !other.get().equals(url)) {
            url = other.get();
            events.attached(url, directory.path());
        }
    }

    private void release(@Nullable FileLock held) {
        try {
            if (held != null) {
                held.release();
            }
        } catch (IOException e) {
            events.warning("The lock of " + directory.path() + " could not be released: " + e.getMessage());
        }
    }

    /** Ends the tenant if this process serves it: what was answered is written. */
    @Override
    public synchronized void close() {
        closed = true;
        if (server == null || lock == null) {
            return;
        }
        server.close();
        server = null;
        try {
            directory.delete(RunningTenant.FILE);
        } catch (CxoneException e) {
            events.warning(String.valueOf(e.getMessage()));
        }
        release(lock);
    }
}

package io.github.cxonetools.tenant;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.tenant.store.TenantCredentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A tenant in a process of its own, which a test can end in any way. */
final class TenantProcess implements AutoCloseable {

    private static final String REFUSED = "refused: ";

    private final Process process;
    private final URI url;

    private final Path directory;

    private TenantProcess(Process process, URI url, Path directory) {
        this.process = process;
        this.url = url;
        this.directory = directory;
    }

    /** Runs in the other process: serves the directory until its standard input ends, then closes the tenant. */
    public static void main(String[] args) throws Exception {
        TenantSettings settings = new TenantSettings(Path.of(args[0]), 0, Period.ofDays(30), "0.1.0");
        try (LocalTenant tenant = LocalTenant.open(settings, Clock.systemUTC(), TenantEvents.NONE)) {
            System.out.println(tenant.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (CxoneException e) {
            System.out.println(REFUSED + e.getMessage());
        }
    }

    static TenantProcess start(Path directory) throws IOException {
        return start(directory, List.of());
    }

    /** As {@link #start(Path)}, in a shell that lets files grow to so many KiB: writing more fails as on a full disk. */
    static TenantProcess startOnFullDisk(Path directory, int kibibytes) throws IOException {
        return start(directory, List.of("bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"));
    }

    private static TenantProcess start(Path directory, List<String> shell) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                TenantProcess.class.getName(),
                directory.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String url =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (url == null) {
            throw new IOException("The tenant's process ended before it served");
        }
        if (url.startsWith(REFUSED)) {
            throw new IOException(url.substring(REFUSED.length()));
        }
        return new TenantProcess(process, URI.create(url), directory);
    }

    URI url() {
        return url;
    }

    /** Speaks to the tenant with its owner's credentials. */
    TenantCalls calls() throws Exception {
        return TenantCalls.anonymous(url).authorized(TenantCalls.grant(TenantCredentials.read(directory)));
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Lets the process end in its own time. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("The tenant's process did not end by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.github.cxonetools.execution;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.execution.worker.WorkerHandshake;
import io.github.cxonetools.execution.worker.WorkerMain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Starts handlers' JVMs and takes their calls, nobody else's. */
final class WorkerLauncher implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Often enough for the few processes that do not inherit the mark, and rare enough to cost nothing. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final WorkerSettings settings;
    private final Map<String, String> environment;
    private final List<String> options;
    private final WorkerFiles files;
    private final SecureRandom random = new SecureRandom();

    /** Found out once, because each call asks. */
    private final boolean debugged;

    /** Passes on {@code environment}, but for the tenant's credentials, which are no handler's business. */
    WorkerLauncher(WorkerSettings settings, Map<String, String> environment) throws CxoneException {
        this.settings = settings;
        this.environment = visible(environment, settings.environment());
        this.options = ArgLine.split(settings.argLine());
        this.debugged = ArgLine.opensDebugger(options, this.environment);
        try {
            this.files = WorkerFiles.create();
            ProcessTree.endAbandoned();
        } catch (IOException e) {
            throw new UnavailableException("Could not write the handlers' JVM's files to the temporary directory", e);
        }
    }

    private static Map<String, String> visible(Map<String, String> inherited, Map<String, String> own) {
        Map<String, String> visible = new HashMap<>(inherited);
        visible.putAll(own);
        visible.keySet().removeIf(name -> name.toUpperCase(Locale.ROOT).startsWith("CXONE_"));
        return visible;
    }

    boolean isDebugged() {
        return debugged;
    }

    WorkerProcess launch() throws CxoneException {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            WorkerHandshake invitation = new WorkerHandshake(
                    server.getInetAddress().getHostAddress(),
                    server.getLocalPort(),
                    HexFormat.of().formatHex(secret),
                    settings.maxPayloadBytes(),
                    ownJackson(),
                    settings.systemProperties());
            ProcessTree tree = start(invitation);
            return accept(server, tree, invitation.secret());
        } catch (IOException e) {
            throw new UnavailableException("Could not start the handlers' JVM with " + settings.java(), e);
        }
    }

    private ProcessTree start(WorkerHandshake invitation) throws IOException {
        Path arguments = files.writeArguments(
                settings.classPath(),
                WorkerMain.class.getName(),
                files.write(invitation).toString());
        List<String> command = new ArrayList<>();
        command.add(settings.java().toString());
        command.addAll(options);
        command.add("@" + arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(settings.workingDirectory().toFile())
                .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        ProcessTree tree = ProcessTree.start(builder);
        tree.root().getOutputStream().close();
        return tree;
    }

    /** Waits for the worker; whoever else knocks is turned away. */
    WorkerProcess accept(ServerSocket server, ProcessTree tree, String secret) throws IOException, CxoneException {
        Process process = tree.root();
        RawOutput output = new RawOutput(process.getInputStream());
        process.onExit().thenRun(() -> closeQuietly(server));
        server.setSoTimeout(isDebugged() ? 0 : Math.toIntExact(PATIENCE.toMillis()));
        while (true) {
            Socket socket;
            try {
                socket = server.accept();
            } catch (IOException e) {
                tree.kill();
                throw failed(process, output, e);
            }
            socket.setTcpNoDelay(true);
            WorkerProcess worker = new WorkerProcess(tree, output, socket, settings.maxPayloadBytes());
            if (knows(secret, worker)) {
                tree.watch(LOOK_EVERY);
                return worker;
            }
            worker.disconnect();
        }
    }

    private static boolean knows(String secret, WorkerProcess stranger) {
        try {
            return MessageDigest.isEqual(
                    secret.getBytes(StandardCharsets.UTF_8),
                    stranger.receiveSecret(Duration.ofSeconds(5)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }

    private CxoneException failed(Process process, RawOutput output, IOException cause) {
        try {
            String said = output.takeAll().strip();
            String end = process.isAlive()
                    ? "did not connect within " + PATIENCE.toSeconds() + " s"
                    : "ended with exit " + process.exitValue();
            return new RejectedException(
                    "The handlers' JVM " + end + (said.isEmpty() ? "" : ": " + said) + ". Check argLine and "
                            + settings.java(),
                    cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new UnavailableException("Interrupted while the handlers' JVM was starting", e);
        }
    }

    private static void closeQuietly(ServerSocket server) {
        try {
            server.close();
        } catch (IOException e) {
            // Nobody is waiting there any more.
        }
    }

    /** Our Jackson, for projects without one. */
    private static List<String> ownJackson() throws IOException {
        return List.of(
                WorkerFiles.locationOf(tools.jackson.databind.json.JsonMapper.class)
                        .toString(),
                WorkerFiles.locationOf(tools.jackson.core.json.JsonFactory.class)
                        .toString(),
                WorkerFiles.locationOf(com.fasterxml.jackson.annotation.JsonProperty.class)
                        .toString());
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}

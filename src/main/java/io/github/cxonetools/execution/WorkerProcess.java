package io.github.cxonetools.execution;

import io.github.cxonetools.execution.worker.Frame;
import io.github.cxonetools.execution.worker.FrameType;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One handlers' JVM and the connection to it. One thread receives; those that send agree among themselves. */
final class WorkerProcess {

    private static final int BUFFER = 1 << 16;

    private final ProcessTree tree;
    private final Process process;
    private final RawOutput output;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final long maxPayloadBytes;

    WorkerProcess(ProcessTree tree, RawOutput output, Socket socket, long maxPayloadBytes) throws IOException {
        this.tree = tree;
        this.process = tree.root();
        this.output = output;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        this.maxPayloadBytes = maxPayloadBytes;
    }

    /** The secret that whoever is at the other end can show. */
    String receiveSecret(Duration patience) throws IOException {
        socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
        Frame hello = Frame.readFrom(in, 0);
        socket.setSoTimeout(0);
        return hello.type() == FrameType.HELLO && hello.texts().length == 1 ? hello.texts()[0] : "";
    }

    void send(Frame frame) throws IOException {
        write(frame);
        flush();
    }

    /** Leaves the frame to wait for {@link #flush}. */
    void write(Frame frame) throws IOException {
        frame.writeTo(out);
    }

    void flush() throws IOException {
        out.flush();
    }

    Frame receive() throws IOException {
        return Frame.readFrom(in, maxPayloadBytes);
    }

    /** Takes what was written to the process's own streams, past {@code System.out}. */
    String takeRawOutput() {
        return output.take();
    }

    /** The exit code, or null where the process does not end in time. */
    @Nullable
    Integer awaitExit(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    ProcessTree tree() {
        return tree;
    }

    /** Ends the process and all that it has started. */
    void kill() {
        tree.kill();
        disconnect();
    }

    void disconnect() {
        try {
            socket.close();
        } catch (IOException e) {
            // The other end notices a broken connection as well as a closed one.
        }
    }
}

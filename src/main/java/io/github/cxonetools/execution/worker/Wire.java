package io.github.cxonetools.execution.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;

/** The worker's end of the connection. Any thread may send; one receives. */
final class Wire implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final FrameBuffer in;
    private final OutputStream out;
    private final long maxPayloadBytes;

    /** Fair, so that a handler that prints without end cannot keep the watchdog from reporting it. */
    private final ReentrantLock sending = new ReentrantLock(true);

    private Wire(Socket socket, long maxPayloadBytes) throws IOException {
        this.socket = socket;
        this.in = new FrameBuffer(socket.getInputStream(), BUFFER);
        this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        this.maxPayloadBytes = maxPayloadBytes;
    }

    static Wire connect(WorkerHandshake invitation) throws IOException {
        Socket socket = new Socket(InetAddress.getByName(invitation.host()), invitation.port());
        socket.setTcpNoDelay(true);
        Wire wire = new Wire(socket, invitation.maxPayloadBytes());
        wire.send(Frame.of(FrameType.HELLO, 0, 0, invitation.secret()));
        return wire;
    }

    void send(Frame frame) throws IOException {
        sending.lock();
        try {
            frame.writeTo(out);
            out.flush();
        } finally {
            sending.unlock();
        }
    }

    Frame receive() throws IOException {
        return Frame.readFrom(in, maxPayloadBytes);
    }

    /** Whether the next frame has arrived as a whole, so that nobody waits for it. */
    boolean hasFrame() {
        return in.hasFrame();
    }

    /** Encodes a frame now, so that sending it needs no memory later. */
    static byte[] encode(Frame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        frame.writeTo(bytes);
        return bytes.toByteArray();
    }

    /** Sends what {@link #encode} made. */
    void sendEncoded(byte[] frame) throws IOException {
        sending.lock();
        try {
            out.write(frame);
            out.flush();
        } finally {
            sending.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** Tells what it holds without asking the system, as {@link #available} would. */
    private static final class FrameBuffer extends BufferedInputStream {

        FrameBuffer(InputStream stream, int size) {
            super(stream, size);
        }

        synchronized boolean hasFrame() {
            int held = count - pos;
            return held >= Integer.BYTES
                    && held - Integer.BYTES >= ByteBuffer.wrap(buf).getInt(pos);
        }
    }
}

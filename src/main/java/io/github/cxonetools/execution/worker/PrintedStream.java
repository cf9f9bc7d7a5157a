package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What handlers see as {@code System.out} and {@code System.err}: sends each piece on with the number of the call it belongs
 * to, up to a limit a call. Closing it closes nothing, because loggers keep the stream for the handlers after.
 */
final class PrintedStream extends OutputStream {

    private static final int LIMIT = 1 << 16;

    private final Wire wire;
    private final PrintStream out = print();
    private final PrintStream err = print();
    private volatile long call;
    private int sent;
    private long dropped;

    PrintedStream(Wire wire) {
        this.wire = wire;
    }

    /** Puts itself in place, again where a handler has replaced it. */
    void install() {
        System.setOut(out);
        System.setErr(err);
    }

    void flushAll() {
        out.flush();
        err.flush();
    }

    private PrintStream print() {
        return new PrintStream(this, false, StandardCharsets.UTF_8) {
            @Override
            public void close() {
                flush();
            }
        };
    }

    /** What is printed from here on belongs to call {@code number}; 0 between calls. */
    void belongsTo(long number) throws IOException {
        long before;
        synchronized (this) {
            before = dropped;
            sent = 0;
            dropped = 0;
        }
        if (before > 0) {
            send(("\n[" + before + " more bytes were printed]\n").getBytes(StandardCharsets.UTF_8));
        }
        call = number;
        install();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int taken;
        synchronized (this) {
            taken = Math.min(length, LIMIT - sent);
            sent += taken;
            dropped += length - taken;
        }
        if (taken > 0) {
            send(Arrays.copyOfRange(bytes, offset, offset + taken));
        }
    }

    private void send(byte[] bytes) throws IOException {
        wire.send(Frame.of(FrameType.PRINTED, 0, call, bytes));
    }
}

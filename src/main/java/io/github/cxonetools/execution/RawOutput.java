package io.github.cxonetools.execution;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains a process's output, so that it never blocks on a full pipe, and keeps the beginning of it. */
final class RawOutput {

    private static final int LIMIT = 1 << 16;

    private final StringBuilder text = new StringBuilder();
    private final Thread drain;

    RawOutput(InputStream stream) {
        drain = new Thread(() -> drain(stream), "cxone handlers' output");
        drain.setDaemon(true);
        drain.start();
    }

    private void drain(InputStream stream) {
        byte[] buffer = new byte[8192];
        try (stream) {
            for (int count = stream.read(buffer); count != -1; count = stream.read(buffer)) {
                keep(new String(buffer, 0, count, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The process is gone, and with it whatever it did not write.
        }
    }

    private synchronized void keep(String piece) {
        text.append(piece, 0, Math.min(piece.length(), LIMIT - text.length()));
    }

    synchronized String take() {
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }

    /** Everything, once the process has ended. */
    String takeAll() throws InterruptedException {
        drain.join(1000);
        return take();
    }
}

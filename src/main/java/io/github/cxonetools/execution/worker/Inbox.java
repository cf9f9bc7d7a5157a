package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Reads ahead while handlers run, and so notices at once when Maven's end is gone: the worker has no one to work for then. */
final class Inbox {

    private final Wire wire;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

    Inbox(Wire wire) {
        this.wire = wire;
    }

    void open() {
        new WorkerThread("inbox", this::read).start();
    }

    Frame take() throws InterruptedException {
        return frames.take();
    }

    private void read() {
        try {
            Frame frame;
            do {
                frame = wire.receive();
                frames.put(frame);
            } while (frame.type() != FrameType.CLOSE);
        } catch (IOException e) {
            Runtime.getRuntime().halt(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

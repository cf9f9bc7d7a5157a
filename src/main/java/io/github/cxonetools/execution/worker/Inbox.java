package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Reads frames from Maven while handlers run, and so notices at once when the connection is gone: the worker has no one to work for then. */
final class Inbox {

    private final Wire wire;
    private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();

    Inbox(Wire wire) {
        this.wire = wire;
    }

    void open() {
        new WorkerThread("inbox", this::read).start();
    }

    /** Waits on, whoever interrupts: handlers know the thread that calls them, and may do so at any time. */
    Frame take() {
        while (true) {
            try {
                return frames.take();
            } catch (InterruptedException e) {
                continue;
            }
        }
    }

    private void read() {
        try {
            Frame frame;
            do {
                frame = wire.receive();
                frames.add(frame);
            } while (frame.type() != FrameType.CLOSE);
        } catch (IOException e) {
            endWithChildren();
        }
    }

    private static void endWithChildren() {
        try {
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}

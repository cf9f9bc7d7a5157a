package io.github.cxonetools.execution.worker;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Reads frames from Maven while handlers run, and so notices at once when the connection is gone: the worker has no one to work for then. */
final class Inbox {

    private final Wire wire;
    /** As they arrived together, so that the handlers' thread is woken once. */
    private final BlockingQueue<Deque<Frame>> batches = new LinkedBlockingQueue<>();

    private Deque<Frame> taken = new ArrayDeque<>();

    Inbox(Wire wire) {
        this.wire = wire;
    }

    void open() {
        new WorkerThread("inbox", this::read).start();
    }

    /** Waits on, whoever interrupts: handlers know the thread that calls them, and may do so at any time. */
    Frame take() {
        while (taken.isEmpty()) {
            try {
                taken = batches.take();
            } catch (InterruptedException e) {
                continue;
            }
        }
        return taken.remove();
    }

    private void read() {
        try {
            Frame frame;
            do {
                Deque<Frame> batch = new ArrayDeque<>();
                do {
                    frame = wire.receive();
                    batch.add(frame);
                } while (frame.type() != FrameType.CLOSE && wire.hasFrame());
                batches.add(batch);
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

package io.github.cxonetools.execution.worker;

/** A daemon thread of the worker's own, so that reports can leave it out. */
class WorkerThread extends Thread {

    WorkerThread(String name, Runnable work) {
        super(work, name);
        setDaemon(true);
    }
}

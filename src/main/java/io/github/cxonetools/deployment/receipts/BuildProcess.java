package io.github.cxonetools.deployment.receipts;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that deploys.
 *
 * @param pid its number on its machine
 * @param startedAt when it began, so that it is not taken for another that has come by the same number; the epoch where the
 *     machine does not tell
 */
public record BuildProcess(long pid, Instant startedAt) {

    static BuildProcess current() {
        return of(ProcessHandle.current());
    }

    private static BuildProcess of(ProcessHandle process) {
        return new BuildProcess(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    public String words() {
        return "process " + pid;
    }

    /** Whether it still runs on this machine, and is not this one. */
    boolean isAnotherThatLives() {
        Optional<ProcessHandle> found = ProcessHandle.of(pid);
        return pid != ProcessHandle.current().pid()
                && found.isPresent()
                && found.get().isAlive()
                && of(found.get()).equals(this);
    }
}

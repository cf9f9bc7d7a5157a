package io.github.cxonetools.execution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

@EnabledOnOs({OS.LINUX, OS.MAC})
class ProcessTreeTest {

    private final List<ProcessHandle> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endsDescendantsWhoseParentsAreGoneAndNobodyElse() throws Exception {
        ProcessTree tree = start("sleep 60 >/dev/null & echo $!");
        ProcessHandle orphan = printed(tree);
        ProcessTree other = start("sleep 60 >/dev/null & echo $!");
        ProcessHandle stranger = printed(other);
        tree.root().waitFor();

        tree.kill();

        assertThat(ends(orphan)).isTrue();
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void endsAnOrphanWithoutAMarkThatItHasSeenBefore() throws Exception {
        ProcessTree tree = start("env -i sleep 60 >/dev/null & echo $!; sleep 0.5");
        tree.watch(Duration.ofMillis(20));
        ProcessHandle child = printed(tree);
        tree.root().waitFor();

        tree.kill();

        assertThat(ends(child)).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void endsWhatABuildLeftThatIsGoneAndNothingOfOneThatLives() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        ProcessHandle left = marked(gone.pid() + "-1");
        ProcessHandle own = marked(ProcessHandle.current().pid() + "-1");

        ProcessTree.endAbandoned();

        assertThat(ends(left)).isTrue();
        assertThat(own.isAlive()).isTrue();
    }

    private ProcessHandle marked(String mark) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sleep", "60");
        builder.environment().put("HANDLERS_JVM", mark);
        ProcessHandle process = builder.start().toHandle();
        started.add(process);
        return process;
    }

    @Test
    void endsTheProcessesThatItWasToldOf() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        started.add(process.toHandle());
        ProcessTree tree = start("exit 0");
        tree.remember(Long.toString(process.pid()), "4194305");

        tree.kill();

        assertThat(process.waitFor()).isEqualTo(128 + 9);
    }

    private ProcessTree start(String script) throws Exception {
        ProcessTree tree = ProcessTree.start(new ProcessBuilder("sh", "-c", script));
        started.add(tree.root().toHandle());
        return tree;
    }

    private ProcessHandle printed(ProcessTree tree) throws Exception {
        String pid = tree.root().inputReader().readLine();
        ProcessHandle child = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        started.add(child);
        return child;
    }

    /** Where nobody reaps a killed process it stays in the table, without a command. */
    private static boolean ends(ProcessHandle process) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (process.info().command().isPresent() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return process.info().command().isEmpty();
    }
}

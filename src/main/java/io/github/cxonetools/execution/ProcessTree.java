package io.github.cxonetools.execution;

import io.github.cxonetools.file.TemporaryNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A process and whatever comes of it. When a parent ends, nothing shows any more whose its children were: so they are
 * looked at from time to time, and they inherit a mark in their environment, which Linux shows.
 */
final class ProcessTree {

    private static final String MARK = "HANDLERS_JVM";
    private static final Pattern OWNER = Pattern.compile("(?:^|\\x00)" + MARK + "=([0-9]{1,18})-");
    private static final Path PROCESSES = Path.of("/proc");

    /** Each look may find what was started since the one before. */
    private static final int LOOKS = 5;

    private final Process root;
    private final String mark;
    private final Set<ProcessHandle> descendants = new HashSet<>();

    private ProcessTree(Process root, String mark) {
        this.root = root;
        this.mark = mark;
    }

    static ProcessTree start(ProcessBuilder builder) throws IOException {
        String id = TemporaryNames.pid() + "-" + UUID.randomUUID();
        builder.environment().put(MARK, id);
        return new ProcessTree(builder.start(), MARK + "=" + id);
    }

    /**
     * Ends what handlers of builds have left that were ended themselves before they could: what carries the mark of a build
     * whose process is gone. Only where the system shows environments, and only this user's.
     */
    static void endAbandoned() {
        marked(environment -> {
                    Matcher owner = OWNER.matcher(environment);
                    return owner.find()
                            && ProcessHandle.of(Long.parseLong(owner.group(1))).isEmpty();
                })
                .forEach(ProcessHandle::destroyForcibly);
    }

    Process root() {
        return root;
    }

    /** Takes note of descendants as long as the root lives. */
    void watch(Duration pause) {
        Thread watch = new Thread(() -> look(pause), "cxone handlers' processes");
        watch.setDaemon(true);
        watch.start();
    }

    private void look(Duration pause) {
        try {
            while (!root.waitFor(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                remember();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes note of the descendants of now. */
    synchronized void remember() {
        descendants.removeIf(process -> !process.isAlive());
        root.descendants().forEach(descendants::add);
    }

    /** Takes note of those whose numbers the root has just told. */
    synchronized void remember(String... pids) {
        for (String pid : pids) {
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(descendants::add);
        }
    }

    /**
     * SIGKILL, because a JVM can refuse everything milder; first the root, so that it starts no more children. A handle
     * knows when its process began, and so never ends another that has come by the same number.
     */
    synchronized void kill() {
        remember();
        root.destroyForcibly();
        boolean more = true;
        for (int look = 0; more && look < LOOKS; look++) {
            descendants.forEach(ProcessHandle::destroyForcibly);
            more = findMarked();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /** {@return true if a process was not known before} */
    private boolean findMarked() {
        return descendants.addAll(marked(environment -> environment.contains(mark)));
    }

    private static Set<ProcessHandle> marked(Predicate<String> environment) {
        Set<ProcessHandle> found = new HashSet<>();
        if (Files.isDirectory(PROCESSES)) {
            try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
                for (Path process : processes) {
                    marked(process, environment).ifPresent(found::add);
                }
            } catch (IOException | DirectoryIteratorException e) {
                return found; // What was found will do.
            }
        }
        return found;
    }

    /** The handle is taken first: if its number changes hands meanwhile, it is worth nothing. */
    private static Optional<ProcessHandle> marked(Path process, Predicate<String> environment) {
        Optional<ProcessHandle> handle =
                ProcessHandle.of(Long.parseLong(process.getFileName().toString()));
        try {
            String text = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            return environment.test(text) ? handle : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // Somebody else's, or gone.
        }
    }
}

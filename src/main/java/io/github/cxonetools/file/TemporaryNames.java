package io.github.cxonetools.file;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of what lives only while this process writes it: {@code <prefix>.<process id>-<number>.tmp}. A process that is ended
 * by a signal leaves such things behind, and the next one knows by the name that nobody needs them any more.
 */
public final class TemporaryNames {

    private static final String SUFFIX = ".tmp";
    private static final Pattern NAME = Pattern.compile(".*\\.([0-9]{1,18})-[0-9a-f]+\\.tmp");

    /** A process of another container may have the number of one that lives here. */
    private static final Duration LONGEST = Duration.ofDays(1);

    /** The number of a process that has only just begun may not be visible yet. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime());

    private TemporaryNames() {}

    /** A name that nobody else uses. */
    public static String of(String prefix) {
        return prefix + "." + Own.PID + "-" + Long.toHexString(NUMBER.incrementAndGet()) + SUFFIX;
    }

    /** The number of this process. */
    public static String pid() {
        return Own.PID;
    }

    /**
     * What processes that are gone have left in a folder under a name with {@code prefix}; nothing where the folder cannot
     * be read, because to clean up is no reason to fail.
     */
    public static List<Path> abandoned(Path folder, String prefix) {
        List<Path> abandoned = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(
                folder, path -> path.getFileName().toString().startsWith(prefix))) {
            for (Path path : found) {
                if (isAbandoned(path)) {
                    abandoned.add(path);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        return abandoned;
    }

    private static boolean isAbandoned(Path path) throws IOException {
        Matcher name = NAME.matcher(path.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        Duration age = Duration.between(
                Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS).toInstant(), Instant.now());
        return age.compareTo(LONGEST) > 0
                || (age.compareTo(SHORTEST) > 0
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty());
    }

    /** Loaded when first needed. */
    private static final class Own {

        static final String PID = pid();

        private Own() {}

        /** From Linux' own file where there is one: to ask the JDK starts threads. */
        private static String pid() {
            try {
                return Path.of("/proc/self").toRealPath().getFileName().toString();
            } catch (IOException e) {
                return Long.toString(ProcessHandle.current().pid());
            }
        }
    }
}

package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.file.Checksums;
import io.github.cxonetools.file.FileBytes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which files were written of which report, and what they held then, in a file of their own. Where a report says the
 * same again and each file still holds that, nothing is made anew: most builds change no contract.
 */
final class WrittenReports {

    private static final String FORMAT = "cxone-check 2 ";
    private static final String TOUCHED = "touched ";

    /** No file has this time. */
    static final long WRITTEN = -1;

    private final Path state;
    private final String fingerprint;

    /**
     * @param state where that is kept
     * @param fingerprint of all that the files are made from
     */
    WrittenReports(Path state, String fingerprint) {
        this.state = state;
        this.fingerprint = fingerprint;
    }

    /**
     * The paths of this report's files with their checksums, in order, if all are there as they were written; none where one is not, or they are of
     * another report. A file that still has the time that the run before gave it is not read.
     */
    Map<String, String> unchanged() throws UnavailableException {
        try {
            List<String> lines = Files.isRegularFile(state) ? FileBytes.lines(state) : List.of();
            Map<String, String> files = new LinkedHashMap<>();
            if (lines.size() < 2 || !lines.get(0).equals(FORMAT + fingerprint)) {
                return files;
            }
            String touched = lines.get(1);
            for (String line : lines.subList(2, lines.size())) {
                int space = line.indexOf(' ');
                String file = line.substring(space + 1);
                String print = line.substring(0, Math.max(0, space));
                boolean isUntouched = touched.equals(TOUCHED + new File(file).lastModified());
                if (!isUntouched && !print(file).equals(print)) {
                    return Map.of();
                }
                files.put(file, print);
            }
            return files;
        } catch (IOException e) {
            throw new UnavailableException("Could not read what " + state + " tells of: " + e + ". Remove it", e);
        }
    }

    /** @param touched the time that each of the files has, in milliseconds since 1970; {@link #WRITTEN} where they were written */
    void remember(Map<String, String> files, long touched) throws UnavailableException {
        StringBuilder text = new StringBuilder(FORMAT).append(fingerprint).append('\n');
        text.append(TOUCHED).append(touched).append('\n');
        for (Map.Entry<String, String> file : files.entrySet()) {
            text.append(file.getValue()).append(' ').append(file.getKey()).append('\n');
        }
        AtomicFile.write(state, text.toString());
    }

    /** The checksums of files as they are now, by path. */
    static SortedMap<String, String> prints(Collection<Path> files) throws UnavailableException {
        SortedMap<String, String> prints = new TreeMap<>();
        try {
            for (Path file : files) {
                prints.put(file.toString(), print(file.toString()));
            }
            return prints;
        } catch (IOException e) {
            throw new UnavailableException("Could not read what was written: " + e, e);
        }
    }

    private static String print(String file) throws IOException {
        Optional<byte[]> bytes = FileBytes.ifPresent(new File(file));
        return bytes.isPresent() ? Checksums.of(bytes.get()) : Checksums.NONE;
    }
}

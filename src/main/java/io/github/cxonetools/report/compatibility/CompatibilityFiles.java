package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.report.text.PageLinks;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.PageShell;
import io.github.cxonetools.report.text.ReportFile;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Writes all files of a comparison: {@code compatibility.json}, {@code .html} and {@code .md}, JUnit XML, and the payload of
 * each break. They show payloads, because the plugin has made these: none is a user's.
 */
public final class CompatibilityFiles {

    private final Path directory;
    private final Path reportsDirectory;
    private final Path state;
    private final String pluginVersion;

    /**
     * @param directory for results; payloads that inputs refuse go to {@code compatibility/<Action>/<fingerprint>.json} below
     * @param reportsDirectory for JUnit XML
     * @param state the file in which is kept what was written
     * @param pluginVersion which version of this plugin makes them
     */
    public CompatibilityFiles(Path directory, Path reportsDirectory, Path state, String pluginVersion) {
        this.directory = directory;
        this.reportsDirectory = reportsDirectory;
        this.state = state;
        this.pluginVersion = pluginVersion;
    }

    /**
     * Writes them. Where an earlier run has written just these, and they are unchanged since, only their modification times, and the
     * time that the page tells, become those of this run.
     *
     * @param origin what the page's bar says of the build
     */
    public void write(CompatibilityReport report, PageOrigin origin) throws UnavailableException {
        WrittenReports written = new WrittenReports(state, ReportFingerprint.of(report, surroundings(origin)));
        PageLinks.refresh(directory);
        Map<String, String> unchanged = written.unchanged();
        if (unchanged.isEmpty()) {
            written.remember(WrittenReports.prints(make(report, origin)), WrittenReports.WRITTEN);
            return;
        }
        WitnessFiles.removeOthers(directory, unchanged.keySet());
        CompatibilityJUnitXml.removeOthers(reportsDirectory, unchanged.keySet());
        long now = System.currentTimeMillis();
        for (String file : unchanged.keySet()) {
            AtomicFile.touch(new File(file), now);
        }
        if (origin.time() != null) {
            PageShell.setTime(page(), origin.time());
            unchanged.putAll(WrittenReports.prints(Set.of(page())));
        }
        written.remember(unchanged, now);
    }

    /** What else the files depend on, but for the time. */
    private List<String> surroundings(PageOrigin origin) {
        return List.of(
                directory.toAbsolutePath().toString(),
                reportsDirectory.toAbsolutePath().toString(),
                pluginVersion,
                String.valueOf(origin.project()),
                String.valueOf(origin.version()),
                String.valueOf(origin.commit()),
                origin.time() == null ? "without a time" : "");
    }

    private Path page() {
        return directory.resolve("compatibility.html");
    }

    private Set<Path> make(CompatibilityReport report, PageOrigin origin) throws UnavailableException {
        JsonNode document = CompatibilityJson.of(report);
        Set<Path> files = new TreeSet<>(WitnessFiles.write(directory, report.results()));
        Path json = directory.resolve("compatibility.json");
        AtomicFile.write(json, document);
        Path comment = directory.resolve("compatibility.md");
        ReportFile.write(comment, out -> out.write(CompatibilityMarkdown.of(document)));
        new CompatibilityPage().write(document, origin, page());
        files.addAll(CompatibilityJUnitXml.write(report, reportsDirectory));
        files.addAll(List.of(json, comment, page()));
        return files;
    }
}

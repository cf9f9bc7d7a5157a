package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.report.text.PageOrigin;
import io.github.cxonetools.report.text.ReportFile;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/**
 * Writes all files of a comparison: {@code compatibility.json}, {@code .html} and {@code .md}, JUnit XML, and the payload of
 * each break. They show payloads, because the plugin has made these: none is a user's.
 */
public final class CompatibilityFiles {

    private CompatibilityFiles() {}

    /**
     * Writes them.
     *
     * @param origin what the page's bar says of the build
     * @param directory for results; payloads that inputs refuse go to {@code compatibility/<Action>/<fingerprint>.json} below
     * @param reportsDirectory for JUnit XML
     */
    public static void write(CompatibilityReport report, PageOrigin origin, Path directory, Path reportsDirectory)
            throws UnavailableException {
        JsonNode document = CompatibilityJson.of(report);
        WitnessFiles.write(directory, report.results());
        AtomicFile.write(directory.resolve("compatibility.json"), document);
        ReportFile.write(directory.resolve("compatibility.md"), out -> out.write(CompatibilityMarkdown.of(document)));
        new CompatibilityPage().write(document, origin, directory.resolve("compatibility.html"));
        CompatibilityJUnitXml.write(report, reportsDirectory);
    }
}

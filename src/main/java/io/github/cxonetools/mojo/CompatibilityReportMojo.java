package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.report.compatibility.CompatibilityJson;
import io.github.cxonetools.report.compatibility.CompatibilityPage;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows in the project's site how its contracts compare with those before, from the {@code compatibility.json} that
 * {@code check} wrote. Listed in {@code <reporting>}; needs maven-site-plugin 3.12.1 or later.
 *
 * @since 0.1.0
 */
@Mojo(name = "compatibility-report", threadSafe = true)
public class CompatibilityReportMojo extends AbstractCxoneMojo implements SiteReport {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.compatibility-report.skip", defaultValue = "false")
    private boolean skipCompatibilityReport;

    /**
     * Where results are written, and read for the site.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File reportOutputDirectory;

    @Override
    boolean skipsGoal() {
        return skipCompatibilityReport;
    }

    /** Run by itself, outside of a site, the goal writes a page of its own where the site would have one. */
    @Override
    void run() throws CxoneException {
        page().writeAlone(reportOutputDirectory.toPath(), file -> new CompatibilityPage()
                .write(CompatibilityJson.read(source()), context().origin(null), file));
    }

    @Override
    public SitePage page() {
        return new SitePage(context(), "CXone Compatibility", source(), "cxone-compatibility", () -> {
            checkConfiguration();
            return new CompatibilityPage().siteBody(CompatibilityJson.read(source()));
        });
    }

    private Path source() {
        return outputDirectory.toPath().resolve("compatibility.json");
    }

    @Override
    public boolean isWanted() {
        return !isSkipped();
    }

    @Override
    public String getDescription(Locale locale) {
        return "Contracts of Data Actions beside those before: what breaks, and the version it needs.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        reportOutputDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return reportOutputDirectory;
    }
}

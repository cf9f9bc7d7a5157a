package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.report.metrics.MetricsFiles;
import io.github.cxonetools.report.metrics.MetricsPage;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows in the project's site how its actions ran, from the {@code metrics.json} that {@code metrics} wrote. Listed in
 * {@code <reporting>}; needs maven-site-plugin 3.12.1 or later.
 *
 * @since 0.1.0
 */
@Mojo(name = "metrics-report", threadSafe = true)
public class MetricsReportMojo extends AbstractCxoneMojo implements SiteReport {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.metrics-report.skip", defaultValue = "false")
    private boolean skipMetricsReport;

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
        return skipMetricsReport;
    }

    /** Run by itself, outside of a site, the goal writes a page of its own where the site would have one. */
    @Override
    void run() throws CxoneException {
        page().writeAlone(reportOutputDirectory.toPath(), file -> new MetricsPage(MavenVersions.ORDER)
                .write(MetricsFiles.read(source()), context().origin(null), file));
    }

    @Override
    public SitePage page() {
        return new SitePage(context(), "CXone Metrics", source(), "cxone-metrics", () -> {
            checkConfiguration();
            return new MetricsPage(MavenVersions.ORDER).siteBody(MetricsFiles.read(source()));
        });
    }

    private Path source() {
        return outputDirectory.toPath().resolve("metrics.json");
    }

    @Override
    public boolean isWanted() {
        return !isSkipped();
    }

    @Override
    public String getDescription(Locale locale) {
        return "Executions, error rate and latency of Data Actions by version.";
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

package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.report.simulation.SimulationJsonReader;
import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.report.simulation.SimulationSource;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows in the project's site what came of its fixtures, from the {@code simulation.json} that {@code simulate} wrote,
 * without payloads. Listed in {@code <reporting>}; needs maven-site-plugin 3.12.1 or later.
 *
 * @since 0.1.0
 */
@Mojo(name = "simulation-report", threadSafe = true)
public class SimulationReportMojo extends AbstractCxoneMojo implements SiteReport {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.simulation-report.skip", defaultValue = "false")
    private boolean skipSimulationReport;

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
        return skipSimulationReport;
    }

    /** Run by itself, outside of a site, the goal writes a page of its own where the site would have one. */
    @Override
    void run() throws CxoneException {
        page().writeAlone(reportOutputDirectory.toPath(), file -> {
            SimulationSource of = SimulationSource.of(
                    context().origin(null), project.getBasedir().toPath());
            new SimulationPage().write(SimulationJsonReader.read(source()), of, file);
        });
    }

    @Override
    public SitePage page() {
        return new SitePage(context(), "CXone Simulation", source(), "cxone-simulation", () -> {
            checkConfiguration();
            Path module = project.getBasedir().toPath();
            return new SimulationPage().siteBody(SimulationJsonReader.read(source()), module);
        });
    }

    private Path source() {
        return outputDirectory.toPath().resolve("simulation.json");
    }

    @Override
    public boolean isWanted() {
        return !isSkipped();
    }

    @Override
    public String getDescription(Locale locale) {
        return "Fixtures of Data Actions, their differences and latency.";
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

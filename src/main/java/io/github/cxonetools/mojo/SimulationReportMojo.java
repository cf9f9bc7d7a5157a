package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.report.simulation.SimulationJson;
import io.github.cxonetools.report.simulation.SimulationPage;
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
public class SimulationReportMojo extends AbstractSiteReportMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.simulation-report.skip", defaultValue = "false")
    private boolean skipSimulationReport;

    @Override
    boolean skipsGoal() {
        return skipSimulationReport;
    }

    @Override
    String sourceName() {
        return "simulation.json";
    }

    @Override
    String body(Path source) throws CxoneException {
        return new SimulationPage()
                .siteBody(SimulationJson.read(source), project.getBasedir().toPath());
    }

    @Override
    void write(Path source, Path page) throws CxoneException {
        new SimulationPage()
                .write(SimulationJson.read(source), page, project.getBasedir().toPath());
    }

    @Override
    String pageName() {
        return "cxone-simulation";
    }

    @Override
    public String getName(Locale locale) {
        return "CXone Simulation";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Fixtures of Data Actions, their differences and latency.";
    }
}

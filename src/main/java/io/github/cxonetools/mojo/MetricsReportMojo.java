package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.project.Versions;
import io.github.cxonetools.report.metrics.MetricsFiles;
import io.github.cxonetools.report.metrics.MetricsPage;
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
public class MetricsReportMojo extends AbstractSiteReportMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.metrics-report.skip", defaultValue = "false")
    private boolean skipMetricsReport;

    @Override
    boolean skipsGoal() {
        return skipMetricsReport;
    }

    @Override
    String sourceName() {
        return "metrics.json";
    }

    @Override
    String body(Path source) throws CxoneException {
        return new MetricsPage(Versions.ORDER).siteBody(MetricsFiles.read(source));
    }

    @Override
    void write(Path source, Path page) throws CxoneException {
        new MetricsPage(Versions.ORDER).write(MetricsFiles.read(source), page);
    }

    @Override
    String pageName() {
        return "cxone-metrics";
    }

    @Override
    public String getName(Locale locale) {
        return "CXone Metrics";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Executions, error rate and latency of Data Actions by version.";
    }
}

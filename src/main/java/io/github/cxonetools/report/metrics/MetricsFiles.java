package io.github.cxonetools.report.metrics;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.report.text.ReportFile;
import java.nio.file.Path;
import java.util.List;

/** Metrics as files for other tools: {@code metrics.json}, {@code metrics.csv} and {@code metrics.prom}. */
public final class MetricsFiles {

    /** The name of the file from which {@link #read} makes a report again. */
    public static final String JSON = "metrics.json";

    private MetricsFiles() {}

    /** Writes all three into {@code directory} and gives their paths. */
    public static List<Path> write(MetricsReport report, Path directory) throws UnavailableException {
        Path json = directory.resolve(JSON);
        Path csv = directory.resolve("metrics.csv");
        Path prom = directory.resolve("metrics.prom");
        ReportFile.write(json, out -> new MetricsJson(report).write(out));
        ReportFile.write(csv, out -> new MetricsCsv(out).write(report));
        ReportFile.write(prom, out -> new MetricsOpenMetrics(out).write(report));
        return List.of(json, csv, prom);
    }

    /** Reads what {@link #write} wrote. */
    public static MetricsReport read(Path json) throws RejectedException, UnavailableException {
        return MetricsJsonReader.read(json);
    }
}

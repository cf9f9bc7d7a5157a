package io.github.cxonetools.mojo.promotion;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.metrics.MetricsTenant;
import io.github.cxonetools.metrics.gate.GateRules;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.project.Modules;
import io.github.cxonetools.report.metrics.MetricsOutput;
import io.github.cxonetools.report.text.ConsoleLog;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Versions that ran in the tenant that they come from, well or not. */
class SourceGateTest {

    private final MetricsTenant source = new MetricsTenant();
    private final List<String> console = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        source.close();
    }

    @Test
    void everyVersionThatDoesNotPassIsToldWithItsFigures() throws Exception {
        source.has(version("a-1", "A"), version("b-1", "B"));
        source.answers(query -> MetricsTenant.rows("{\"status\":\"error\",\"version\":\"1.1\",\"count\":9}"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> require(gate("0.5", false)))
                .withMessage("A 1.1 failed the gate: maxErrorRate\nB 1.1 failed the gate: maxErrorRate\n"
                        + "Nothing was promoted. Execute more in the source tenant, wait with"
                        + " -Dcxone.waitFor=PT30M, or promote a version that passes");
        assertThat(console)
                .containsOnlyOnce("A 1.1 failed the gate", "B 1.1 failed the gate")
                .anySatisfy(line -> assertThat(line).startsWith("  minExecutions passed: 9 executions in "));
        assertThat(source.changes()).isEmpty();
    }

    @Test
    void aVersionThatRanWellPasses() throws Exception {
        source.has(version("a-1", "A"), version("b-1", "B"));
        source.answers(query -> MetricsTenant.rows("{\"status\":\"success\",\"version\":\"1.1\",\"count\":9}"));

        require(gate("0.5", false));

        assertThat(console).contains("A 1.1 passed the gate", "B 1.1 passed the gate");
    }

    @Test
    void executionsAloneCanBeAskedFor() throws Exception {
        source.has(version("a-1", "A"), version("b-1", "B"));

        assertThat(gate(null, false).isSet()).isFalse();
        assertThat(gate(null, true).isSet()).isTrue();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> require(gate(null, true)))
                .withMessageStartingWith("A 1.1 was not evaluated by the gate: minExecutions\n");
        assertThat(console)
                .anySatisfy(line -> assertThat(line).startsWith("  minExecutions not evaluated: 0 executions"));
    }

    private static SourceGate gate(String maxErrorRate, boolean isMinimumSet) throws Exception {
        return new SourceGate(GateRules.parse(maxErrorRate, null, 1, null, null), isMinimumSet, null, "P7D", null);
    }

    private void require(SourceGate gate) throws Exception {
        URI url = source.client().baseUrl();
        ConsoleLog log = new ConsoleLog(console::add, console::add, console::add);
        List<MavenProject> modules = List.of(Modules.module("routing"));
        gate.require(
                Modules.goal("promote", MojoExecution.Source.CLI, modules, modules),
                new Tenant(source.client(), url, false),
                Receipts.open(folder.resolve("receipts.json"), url),
                Stream.of("A", "B")
                        .map(name -> new ActionDefinition(name, "1.1", null, null, null, null, null, 5000))
                        .toList(),
                new MetricsOutput(new ConsoleStyle(false, false, 120), Comparator.naturalOrder(), folder, log));
    }

    private static String version(String id, String name) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"version\":\"1.1\",\"isDeprecated\":false}".formatted(id, name);
    }
}

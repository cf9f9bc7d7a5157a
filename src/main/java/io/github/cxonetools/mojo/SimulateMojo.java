package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.handlers.HandlerVariables;
import io.github.cxonetools.mojo.project.Options;
import io.github.cxonetools.simulator.SimulationSettings;
import io.github.cxonetools.simulator.fixture.Shard;
import io.github.cxonetools.simulator.result.ReportPayloads;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Plays every fixture through schema and handler, measures latency, writes reports, and fails the build on a surprise.
 * @since 0.1.0 */
@Mojo(
        name = "simulate",
        defaultPhase = LifecyclePhase.TEST,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
public class SimulateMojo extends AbstractActionsMojo {

    /** Skips this goal.
     * @since 0.1.0 */
    @Parameter(property = "cxone.simulate.skip", defaultValue = "false")
    private boolean skipSimulate;

    /** Where {@code generate} wrote the contracts.
     * @since 0.1.0 */
    @Parameter(
            property = "cxone.schemaDirectory",
            defaultValue = "${project.build.outputDirectory}/META-INF/cxone",
            required = true)
    File schemaDirectory;

    /** Where {@code simulation.json} and {@code simulation.html} are written.
     * @since 0.1.0 */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    File outputDirectory;

    /** Where the fixtures are: {@code <Action>/<case>.json}, and {@code <Action>/<case>.expected.json} beside it.
     * @since 0.1.0 */
    @Parameter(
            property = "cxone.fixturesDirectory",
            defaultValue = "${project.basedir}/src/test/cxone",
            required = true)
    File fixturesDirectory;

    /** Where the JUnit XML reports are written.
     * @since 0.1.0 */
    @Parameter(
            property = "cxone.reportsDirectory",
            defaultValue = "${project.build.directory}/surefire-reports",
            required = true)
    File reportsDirectory;

    /** Whether an action without a fixture fails the build instead of being warned of.
     * @since 0.1.0 */
    @Parameter(property = "cxone.failIfNoFixtures", defaultValue = "false")
    boolean failIfNoFixtures;

    /** Only fixtures that match this glob on {@code Action/case}. All, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.fixture")
    @Nullable
    String fixture;

    /** Only a part of the fixtures and of the probes, so that several machines share them: {@code 2/5} is the second of five,
     * the same on every machine. All, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.shard")
    private @Nullable String shard;

    /** An HTTP or HTTPS URL that fixtures are posted to, instead of calling the handler class; {@code handlerUrl} for each
     * action's own.
     * @since 0.1.0 */
    @Parameter(property = "cxone.endpoint")
    @Nullable
    String endpoint;

    /** How often each fixture runs and is measured.
     * @since 0.1.0 */
    @Parameter(property = "cxone.repeat", defaultValue = "1")
    private int repeat;

    /** How often each fixture runs before it is measured.
     * @since 0.1.0 */
    @Parameter(property = "cxone.warmup", defaultValue = "0")
    private int warmup;

    /** Writes the expectation file of fixtures that have none, and failing probes as fixtures.
     * @since 0.1.0 */
    @Parameter(property = "cxone.record", defaultValue = "false")
    private boolean record;

    /** How many payloads to derive from each input schema. With {@code fixture}, only those actions are probed of which it
     * takes cases named {@code probe-…}: {@code MyAction/*} takes them, {@code MyAction/vip*} does not.
     * @since 0.1.0 */
    @Parameter(property = "cxone.probe", defaultValue = "0")
    private int probe;

    /** The seed of the derived payloads. Random, and printed, if not set.
     * @since 0.1.0 */
    @Parameter(property = "cxone.probeSeed")
    private @Nullable Long probeSeed;

    /** Payloads and answers larger than this many bytes are findings.
     * @since 0.1.0 */
    @Parameter(property = "cxone.maxPayloadBytes", defaultValue = "10485760")
    private int maxPayloadBytes;

    /** Whose payloads appear in reports: {@code all}, {@code failed} or {@code none}, which also leaves out whatever may
     * quote one: values in differences, the words of exceptions, and what handlers print.
     * @since 0.1.0 */
    @Parameter(property = "cxone.reportPayloads", defaultValue = "failed")
    private String reportPayloads;

    /** Options of the handlers' JVM. {@code @{name}} is replaced when the goal runs, as Surefire does.
     * @since 0.1.0 */
    @Parameter(property = "cxone.argLine", defaultValue = "${argLine}")
    private @Nullable String argLine;

    /** Environment variables of the handlers' JVM, besides Maven's own; {@code CXONE_…} never reach a handler.
     * @since 0.1.0 */
    @Parameter
    private @Nullable Map<String, String> environmentVariables;

    /** System properties of the handlers' JVM. One of the same name on the command line comes first.
     * @since 0.1.0 */
    @Parameter
    private @Nullable Map<String, String> systemPropertyVariables;

    /** Skips the simulation, as it skips Surefire's tests.
     * @since 0.1.0 */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips the simulation, as it skips compiling and running tests.
     * @since 0.1.0 */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /** Reports what failed without failing the build.
     * @since 0.1.0 */
    @Parameter(property = "maven.test.failure.ignore", defaultValue = "false")
    private boolean testFailureIgnore;

    @Override
    boolean skipsGoal() {
        return skipSimulate;
    }

    @Override
    void run(List<ActionDefinition> selected) throws CxoneException {
        if (skipTests || mavenTestSkip) {
            getLog().info("Skipped (" + (skipTests ? "skipTests" : "maven.test.skip") + ")");
            return;
        }
        SimulationRequest request = new SimulationRequest(
                context().parameters().inModule("schemaDirectory", schemaDirectory, null),
                outputDirectory.toPath(),
                reportsDirectory.toPath(),
                Options.checked(this::settings),
                endpoint,
                argLine == null ? "" : argLine,
                HandlerVariables.of(environmentVariables, systemPropertyVariables, session, getLog()),
                testFailureIgnore);
        new Simulation(context(), request).run(selected, declaredActions(), requestedNames());
    }

    private SimulationSettings settings() throws RejectedException {
        return new SimulationSettings(
                context().parameters().inModule("fixturesDirectory", fixturesDirectory, "src/test/cxone"),
                fixture,
                Shard.parse(shard),
                failIfNoFixtures,
                repeat,
                warmup,
                record,
                probe,
                probeSeed,
                maxPayloadBytes,
                Options.oneOf("reportPayloads", ReportPayloads.class, reportPayloads));
    }
}

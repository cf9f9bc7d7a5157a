package io.github.cxonetools.mojo;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** The manners of {@code simulate} that a Maven user expects, with a service as the handler. */
@MojoTest
class SimulateMojoTest {

    private static final String POM = "src/test/projects/actions.xml";

    private final MockWebServer server = new MockWebServer();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> paths = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final MavenSession session = mock(MavenSession.class);

    @TempDir
    Path project;

    @BeforeEach
    void start() throws Exception {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getMethod().equals("POST")) {
                    calls.incrementAndGet(); // A slow machine also asks with OPTIONS whose server this is.
                    paths.add(request.getUrl().encodedPath());
                }
                return new MockResponse.Builder().body("\"well\"").build();
            }
        });
        server.start();
        write("contracts/Full/input.schema.json", "{\"type\":\"array\",\"items\":{\"type\":\"string\"}}");
        write("contracts/Full/output.schema.json", "{\"type\":\"string\"}");
        write("fixtures/Full/good.json", "[\"a\"]");
        write("fixtures/Full/bad.json", "[\"a\"]");
        write("fixtures/Full/bad.expected.json", "{\"status\":\"success\",\"output\":\"badly\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void failsTheBuildForTheUserWithOneLine(SimulateMojo goal) throws Exception {
        prepare(goal);

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(goal::execute)
                .withMessage("The simulation failed: 1 passed, 1 failed (1 cause). Report: "
                        + project.resolve("out/simulation.html"));
        assertThat(calls).hasValue(2);
        assertThat(lines)
                .contains(
                        "    /output   expected \"badly\"   was \"well\"",
                        "    again: mvn cxone:simulate -Dcxone.fixture='Full/bad'");
        assertThat(project.resolve("reports/TEST-cxone.Full.xml")).exists();
        assertThat(project.resolve("out/simulation.json")).exists();
        assertThat(project.resolve("out/simulation.html")).exists();
        assertThat(lines)
                .last()
                .isEqualTo("Simulation: 1 passed, 1 failed (1 cause)    Report: "
                        + project.resolve("out/simulation.html"));
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    @MojoParameter(name = "testFailureIgnore", value = "true")
    void ignoresFailuresWhereSurefireWould(SimulateMojo goal) throws Exception {
        prepare(goal);

        goal.execute();

        assertThat(lines)
                .endsWith(
                        "The simulation failed, and maven.test.failure.ignore is set",
                        "Simulation: 1 passed, 1 failed (1 cause)    Report: "
                                + project.resolve("out/simulation.html"));
        assertThat(Files.readString(project.resolve("reports/TEST-cxone.Full.xml")))
                .contains("failures=\"1\"");
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    @MojoParameter(name = "skipTests", value = "true")
    void isSkippedWhereTestsAre(SimulateMojo goal) throws Exception {
        skips(goal, "Skipped (skipTests)");
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    @MojoParameter(name = "mavenTestSkip", value = "true")
    void isSkippedWhereTestsAreNotEvenCompiled(SimulateMojo goal) throws Exception {
        skips(goal, "Skipped (maven.test.skip)");
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    @MojoParameter(name = "skipSimulate", value = "true")
    void isSkippedByItsOwnSwitch(SimulateMojo goal) throws Exception {
        skips(goal, "Skipped (cxone.simulate.skip)");
    }

    private void skips(SimulateMojo goal, String line) throws Exception {
        prepare(goal);

        goal.execute();

        assertThat(lines).containsExactly(line);
        assertThat(calls).hasValue(0);
        assertThat(project.resolve("reports")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void playsOnlyTheFixturesThatThePatternSelects(SimulateMojo goal) throws Exception {
        prepare(goal);
        goal.fixture = "Full/g*";

        goal.execute();

        assertThat(calls).hasValue(1);
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void warnsOrFailsWhereThereIsNothingToPlay(SimulateMojo goal) throws Exception {
        prepare(goal);
        goal.fixturesDirectory = project.resolve("nowhere").toFile();
        goal.execute();
        assertThat(lines)
                .contains("Full: no fixtures. Put a payload as CXone sends it into "
                        + project.resolve("nowhere/Full/first.json"));

        goal.failIfNoFixtures = true;
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(goal::execute)
                .withMessageStartingWith("Full: no fixtures, and cxone.failIfNoFixtures is set");
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void refusesAnEndpointThatIsNoService(SimulateMojo goal) {
        prepare(goal);
        goal.endpoint = "ftp://user:s3cr3t@127.0.0.1/";

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(goal::execute)
                .withMessage("cxone.endpoint is not an HTTP or HTTPS URL. Use one like http://127.0.0.1:8080/action");
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void reachesOfflineOnlyWhatIsOnThisMachine(SimulateMojo goal) throws Exception {
        prepare(goal);
        goal.fixture = "Full/good";
        when(session.isOffline()).thenReturn(true);
        goal.execute();
        assertThat(calls).hasValue(1);

        goal.endpoint = "https://actions.example.com/?key=s3cr3t";
        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(goal::execute)
                .withMessage("Maven is offline (-o), and cxone.endpoint needs the network. Run without -o");
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void postsToEachActionsOwnUrl(SimulateMojo goal) throws Exception {
        prepare(goal);
        write("contracts/Plain/input.schema.json", "{}");
        write("contracts/Plain/output.schema.json", "{}");
        write("fixtures/Plain/good.json", "1");
        goal.action = "Full,Plain";
        goal.fixture = "*/good";
        goal.actions = List.of(
                action("Full", server.url("/full?key=1").toString()),
                action("Plain", server.url("/plain").toString()));

        for (String endpoint : List.of("handlerUrl", " handler-url ", "HANDLER_URL")) {
            paths.clear();
            goal.endpoint = endpoint;
            goal.execute();

            assertThat(paths).containsExactlyInAnyOrder("/full", "/plain");
        }
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void namesEachActionThatHasNoUrlOfItsOwn(SimulateMojo goal) throws Exception {
        prepare(goal);
        goal.endpoint = "handlerUrl";
        goal.actions = List.of(action("Full", null));

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(goal::execute)
                .withMessage("Full: no handlerUrl, and cxone.endpoint is handlerUrl. Set <handlerUrl> in the action, or"
                        + " cxone.endpoint to a URL");
        assertThat(calls).hasValue(0);
    }

    @Test
    @InjectMojo(goal = "simulate", pom = POM)
    void namesTheActionWhoseUrlIsOutOfReach(SimulateMojo goal) {
        prepare(goal);
        goal.endpoint = "handlerUrl";
        goal.actions = List.of(action("Full", "https://actions.example.com/?key=s3cr3t"));
        when(session.isOffline()).thenReturn(true);

        assertThatExceptionOfType(MojoFailureException.class)
                .isThrownBy(goal::execute)
                .withMessage("Maven is offline (-o), and the handlerUrl of Full needs the network. Run without -o");
    }

    private static Properties action(String name, String handlerUrl) {
        Properties action = new Properties();
        action.setProperty("name", name);
        if (handlerUrl != null) {
            action.setProperty("handlerUrl", handlerUrl);
        }
        return action;
    }

    private void prepare(SimulateMojo goal) {
        MavenProject maven = new MavenProject();
        maven.setFile(project.resolve("pom.xml").toFile());
        maven.setGroupId("com.example");
        maven.setArtifactId("actions");
        maven.setVersion("2.1.0");
        when(session.getProjects()).thenReturn(List.of(maven));
        when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
        when(session.getSettings()).thenReturn(new Settings());
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.cxonetools");
        plugin.setArtifactId("cxone-maven-plugin");
        goal.project = maven;
        goal.session = session;
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setPlugin(plugin);
        MojoDescriptor simulate = new MojoDescriptor();
        simulate.setGoal("simulate");
        simulate.setPluginDescriptor(descriptor);
        goal.execution = new MojoExecution(simulate, "default", MojoExecution.Source.LIFECYCLE);
        when(session.getUserProperties()).thenReturn(new Properties());
        when(session.getSystemProperties()).thenReturn(new Properties());
        goal.action = "Full";
        goal.endpoint = server.url("/").toString();
        goal.schemaDirectory = file("contracts");
        goal.fixturesDirectory = file("fixtures");
        goal.reportsDirectory = file("reports");
        goal.outputDirectory = file("out");
        goal.setLog(new SystemStreamLog() {
            @Override
            public void info(CharSequence line) {
                lines.add(line.toString());
            }

            @Override
            public void warn(CharSequence line) {
                lines.add(line.toString());
            }

            @Override
            public void error(CharSequence line) {
                lines.add(line.toString());
            }
        });
    }

    private File file(String name) {
        return project.resolve(name).toFile();
    }

    private void write(String file, String text) throws Exception {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}

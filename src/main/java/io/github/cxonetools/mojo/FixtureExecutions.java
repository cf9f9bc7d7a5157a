package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.mojo.build.TypedGoal;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.simulator.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends fixtures to a local tenant, one after another, and says what came of each. */
final class FixtureExecutions {

    private static final int LONGEST_OUTPUT = 300;
    private static final int MAX_PAYLOAD_BYTES = 10 << 20;

    private final GoalContext goal;
    private final CxoneClient client;
    private final Path fixturesDirectory;
    private final @Nullable String fixture;
    private final @Nullable String actionId;

    FixtureExecutions(
            GoalContext goal,
            CxoneClient client,
            Path fixturesDirectory,
            @Nullable String fixture,
            @Nullable String actionId) {
        this.goal = goal;
        this.client = client;
        this.fixturesDirectory = fixturesDirectory;
        this.fixture = fixture;
        this.actionId = actionId;
    }

    /**
     * Executes the version that each action declares, or the one of {@code actionId}.
     */
    void run(List<ActionDefinition> actions) throws CxoneException {
        if (actionId != null) {
            runById();
            return;
        }
        Map<String, String> ids = new LinkedHashMap<>();
        Findings findings = new Findings();
        for (ActionDefinition action : actions) {
            String id = id(action);
            if (id == null) {
                findings.add(action.label() + " is not in the local tenant. Deploy it first: mvn process-classes "
                        + "cxone:deploy -Dcxone.baseUrl=local");
            } else {
                ids.put(action.name(), id);
            }
        }
        findings.throwIfAny("Not everything is deployed");
        execute(ids);
    }

    /**
     * Executes the version with the id that was given, with the fixtures of its name.
     */
    void runById() throws CxoneException {
        if (actionId == null) {
            throw new RejectedException(
                    "Which action? Without a project, name the version to execute: " + "-Dcxone.actionId=<id>");
        }
        if (client.dataActions().get(actionId) instanceof Listing.Versions found
                && !found.versions().isEmpty()) {
            execute(Map.of(found.versions().get(0).name(), actionId));
        } else {
            throw new RejectedException("The local tenant has no action with id " + actionId
                    + ". mvn cxone:deploy prints the ids of what it deploys");
        }
    }

    private @Nullable String id(ActionDefinition action) throws CxoneException {
        if (client.dataActions().list(action.name()) instanceof Listing.Versions found) {
            return found.versions().stream()
                    .filter(version -> version.version().equals(action.version()))
                    .map(ActionVersion::id)
                    .findFirst()
                    .orElse(null);
        }
        return null;
    }

    private void execute(Map<String, String> ids) throws CxoneException {
        List<Fixture> fixtures = Fixtures.find(fixturesDirectory, known(ids.keySet()), fixture).stream()
                .filter(each -> ids.containsKey(each.action()))
                .toList();
        int errors = 0;
        for (Fixture each : fixtures) {
            ExecutionResult result = client.localExecutions()
                    .execute(String.valueOf(ids.get(each.action())), Fixtures.read(each, MAX_PAYLOAD_BYTES));
            goal.log().info(describe(each, result));
            errors += result.isSuccess() ? 0 : 1;
        }
        note(fixtures.size(), errors);
    }

    /** A module without fixtures is warned of; a build without any fails where the goal was asked for. */
    private void note(int executed, int errors) {
        if (executed > 0) {
            goal.log()
                    .info("Executed " + executed + (executed == 1 ? " fixture: " : " fixtures: ") + (executed - errors)
                            + " success, " + errors + " error");
            new TypedGoal(goal).acted();
        } else {
            goal.log().warn(noFixtures());
            new TypedGoal(goal).idle(noFixtures());
        }
    }

    private String noFixtures() {
        return "No fixtures in " + fixturesDirectory + (fixture == null ? "" : " match " + fixture)
                + ". Write a payload to <Action>/<case>.json there";
    }

    /** Folders of other names are {@code simulate}'s to complain about, which knows all actions. */
    private Set<String> known(Set<String> executed) throws UnavailableException {
        Set<String> known = new TreeSet<>(executed);
        if (Files.isDirectory(fixturesDirectory)) {
            try (Stream<Path> folders = Files.list(fixturesDirectory)) {
                folders.map(folder -> folder.getFileName().toString()).forEach(known::add);
            } catch (IOException e) {
                throw new UnavailableException("Could not read " + fixturesDirectory + ". Check its permissions", e);
            }
        }
        return known;
    }

    private static String describe(Fixture fixture, ExecutionResult result) {
        String latency = result.latencyMs() == null ? "" : String.format(Locale.ROOT, "  %.1f ms", result.latencyMs());
        String outcome = result.isSuccess() ? "success" : "error (" + result.type() + ")";
        String detail = result.output() == null ? String.valueOf(result.message()) : Json.compact(result.output());
        return fixture.action() + "/" + fixture.name() + "  " + outcome + latency + "  "
                + (detail.length() > LONGEST_OUTPUT ? detail.substring(0, LONGEST_OUTPUT) + " …" : detail);
    }
}

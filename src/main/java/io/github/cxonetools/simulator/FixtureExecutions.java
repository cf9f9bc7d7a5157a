package io.github.cxonetools.simulator;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.LocalExecution;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.client.Listing;
import io.github.cxonetools.simulator.fixture.Fixture;
import io.github.cxonetools.simulator.fixture.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends fixtures to a local tenant, one after another, and tells what came of each. */
public final class FixtureExecutions {

    private static final int MAX_PAYLOAD_BYTES = 10 << 20;

    private final CxoneClient client;
    private final Path fixturesDirectory;
    private final @Nullable String fixture;
    private final @Nullable String actionId;
    private final ExecutionEvents events;

    /**
     * @param client of the local tenant
     * @param fixturesDirectory where the fixtures are
     * @param fixture a glob on {@code Action/case}, or null for all
     * @param actionId the one version to execute, or null for those that the actions declare
     */
    public FixtureExecutions(
            CxoneClient client,
            Path fixturesDirectory,
            @Nullable String fixture,
            @Nullable String actionId,
            ExecutionEvents events) {
        this.events = events;
        this.client = client;
        this.fixturesDirectory = fixturesDirectory;
        this.fixture = fixture;
        this.actionId = actionId;
    }

    /**
     * Executes the version that each action declares, or the one of {@code actionId}.
     */
    public void run(List<ActionDefinition> actions) throws CxoneException {
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
    public void runById() throws CxoneException {
        if (actionId == null) {
            throw new RejectedException(
                    "Which action? Without a project, name the version to execute: -Dcxone.actionId=<id>");
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
            LocalExecution done = client.localExecutions()
                    .execute(String.valueOf(ids.get(each.action())), Fixtures.read(each, MAX_PAYLOAD_BYTES));
            events.executed(each, done);
            errors += done.result().isSuccess() ? 0 : 1;
        }
        if (fixtures.isEmpty()) {
            events.noFixtures(fixturesDirectory, fixture);
        } else {
            events.finished(fixtures.size(), errors);
        }
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
}

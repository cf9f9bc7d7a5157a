package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.schema.contract.ConfirmedContracts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Contracts of a module that {@code generate} vouches for: made from the present classes and POM. */
public final class GeneratedContracts {

    private static final String KEY = GeneratedContracts.class.getName();

    private GeneratedContracts() {}

    /** Remembers, for the rest of the build, that {@code generate} has looked at the classes of {@code actions}, and at their contracts. */
    public static void made(GoalContext goal, Path schemaDirectory, List<ActionDefinition> actions) {
        Map<String, String> made = madeIn(goal);
        for (ActionDefinition action : actions) {
            made.put(action.name(), ConfirmedContracts.stamp(schemaDirectory, action.name()));
        }
    }

    /**
     * Fails where {@code generate} does not vouch for the contract of one of {@code actions}, and says what to type. Classes
     * that it has looked at in this build are not looked at again: what other goals do to them later changes no contract. A
     * contract that no goal has written since is not read.
     *
     * @return the contracts, by action, then by the file's name
     */
    public static Map<String, Map<String, FileContent>> require(
            GoalContext goal, Path schemaDirectory, List<ActionDefinition> actions) throws CxoneException {
        try {
            return new ConfirmedContracts(
                            schemaDirectory,
                            ProjectFacts.contractState(goal.project()),
                            ProjectFacts.contractOrigins(goal.project()),
                            ProjectFacts.contractConfiguration(goal.project(), goal.session(), goal.pluginKey()),
                            goal.pluginBuild())
                    .require(actions, madeIn(goal), "mvn process-classes " + goal.typed());
        } catch (RejectedException e) {
            if (BuildCache.isUsed(goal.session(), goal.project())) {
                throw new RejectedException(e.getMessage() + BuildCache.ADVICE, e);
            }
            throw e;
        }
    }

    /** Modules that load this class more than once share what hangs on Maven's request. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> madeIn(GoalContext goal) {
        Map<String, Object> data = goal.session().getRequest().getData();
        String key = KEY + " " + ProjectFacts.contractState(goal.project());
        synchronized (data) {
            return (Map<String, String>) data.computeIfAbsent(key, absent -> new ConcurrentHashMap<String, String>());
        }
    }
}

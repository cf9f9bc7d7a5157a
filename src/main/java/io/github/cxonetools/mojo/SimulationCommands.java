package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Invocation;
import io.github.cxonetools.report.simulation.ReplayCommands;
import io.github.cxonetools.simulator.SimulationSettings;
import io.github.cxonetools.simulator.fixture.FixturePattern;
import io.github.cxonetools.text.ShellWord;
import java.util.ArrayList;
import java.util.List;

/** Commands that play again what failed in this build: with the same project, profiles and settings, from the same directory. */
record SimulationCommands(GoalContext goal, SimulationSettings settings) implements ReplayCommands {

    /** Where a simulation finds what it plays, and who answers. */
    private static final List<String> PARAMETERS =
            List.of("endpoint", "fixturesDirectory", "schemaDirectory", "argLine", "maxPayloadBytes");

    @Override
    public String fixture(String action, String name) {
        return command(List.of(), FixturePattern.literal(action, name));
    }

    @Override
    public String probes(String action, long seed) {
        List<String> options = new ArrayList<>();
        options.add("-Dcxone.probe=" + settings.probe());
        options.add("-Dcxone.probeSeed=" + seed);
        if (settings.shard() != null) {
            options.add("-Dcxone.shard=" + settings.shard());
        }
        return command(options, FixturePattern.literal(action, "probe-") + "*");
    }

    private String command(List<String> more, String glob) {
        Invocation invocation = new Invocation(goal);
        String quoted = ShellWord.quoted(glob);
        List<String> words = new ArrayList<>();
        words.add(invocation.command("simulate"));
        // A shell that globs would otherwise look for files.
        words.add("-Dcxone.fixture=" + (quoted.equals(glob) ? "'" + glob + "'" : quoted));
        words.addAll(more);
        invocation.moduleOptions(PARAMETERS).forEach(word -> words.add(ShellWord.quoted(word)));
        return String.join(" ", words);
    }
}

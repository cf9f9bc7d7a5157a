package io.github.cxonetools.mojo;

import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Invocation;
import io.github.cxonetools.report.simulation.ReplayCommands;
import io.github.cxonetools.simulator.SimulationSettings;
import io.github.cxonetools.simulator.fixture.FixturePattern;
import io.github.cxonetools.text.ShellWord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Commands that play again what failed in this build: with the same project, profiles and settings, from the same directory. */
final class SimulationCommands implements ReplayCommands {

    /** Where a simulation finds what it plays, and who answers. */
    private static final List<String> PARAMETERS =
            List.of("endpoint", "fixturesDirectory", "schemaDirectory", "argLine", "maxPayloadBytes");

    private final GoalContext goal;
    private final SimulationSettings settings;

    /** How each command begins and ends; made once, because thousands of fixtures may fail. */
    private @Nullable String begin;

    private String end = "";

    SimulationCommands(GoalContext goal, SimulationSettings settings) {
        this.goal = goal;
        this.settings = settings;
    }

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
        if (begin == null) {
            Invocation invocation = new Invocation(goal);
            StringBuilder options = new StringBuilder();
            for (String word : invocation.moduleOptions(PARAMETERS)) {
                options.append(' ').append(ShellWord.quoted(word));
            }
            end = options.toString();
            begin = invocation.command("simulate");
        }
        String quoted = ShellWord.quoted(glob);
        StringBuilder command = new StringBuilder(begin).append(" -Dcxone.fixture=");
        // A shell that globs would otherwise look for files.
        command.append(quoted.equals(glob) ? "'" + glob + "'" : quoted);
        for (String word : more) {
            command.append(' ').append(word);
        }
        return command.append(end).toString();
    }
}

package io.github.cxonetools.mojo.project;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OncePerBuildTest {

    private final List<String> info = new ArrayList<>();
    private final List<String> debug = new ArrayList<>();

    @Test
    void whatGoalsOfABuildHaveInCommonIsToldByTheFirst() {
        List<MavenProject> modules = List.of(Modules.module("a"), Modules.module("b"));
        GoalContext plan = logging(Modules.goal("plan", MojoExecution.Source.LIFECYCLE, modules, modules));
        GoalContext deploy =
                new GoalContext(plan.session(), modules.get(1), plan.execution(), plan.log(), plan.maven());

        for (GoalContext goal : List.of(plan, deploy)) {
            new OncePerBuild(goal).info("Tenant https://tenant.example.com");
            new OncePerBuild(goal).info("  Routing 1.0.0 of " + goal.project().getArtifactId());
        }

        assertThat(info)
                .containsExactly("Tenant https://tenant.example.com", "  Routing 1.0.0 of a", "  Routing 1.0.0 of b");
        assertThat(debug).containsExactly("Tenant https://tenant.example.com");
    }

    @Test
    void anotherBuildIsToldAgain() {
        List<MavenProject> modules = List.of(Modules.module("a"));
        for (int build = 0; build < 2; build++) {
            new OncePerBuild(logging(Modules.goal("plan", MojoExecution.Source.CLI, modules, modules)))
                    .info("Tenant https://tenant.example.com");
        }

        assertThat(info).hasSize(2);
        assertThat(debug).isEmpty();
    }

    private GoalContext logging(GoalContext goal) {
        Log log = new SystemStreamLog() {
            @Override
            public void info(CharSequence content) {
                info.add(content.toString());
            }

            @Override
            public void debug(CharSequence content) {
                debug.add(content.toString());
            }
        };
        return new GoalContext(goal.session(), goal.project(), goal.execution(), log, goal.maven());
    }
}

package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.Modules;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LocalTenantsTest {

    private final List<MavenProject> modules = List.of(Modules.module("library"));
    private final GoalContext goal = Modules.goal("tenant", MojoExecution.Source.CLI, modules, modules);

    @Test
    void aPortThatThereIsNotIsTheUsersFault() {
        assertThatThrownBy(() -> LocalTenants.settings(goal, new File("tenant"), "P30D", 99_999))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("tenantPort is 99999.");
    }

    @Test
    void aNegativePeriodIsTheUsersFault() {
        assertThatThrownBy(() -> LocalTenants.settings(goal, new File("tenant"), "P-1D", 0))
                .isInstanceOf(RejectedException.class);
    }
}

package io.github.cxonetools.mojo.project;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where a goal that runs once for all modules finds the receipts of each. */
class ReceiptsPathTest {

    @TempDir
    private Path directory;

    private final MavenProject root = Modules.module("root");
    private final MavenProject module = Modules.moduleWithActions("first", "First");
    private final GoalContext goal =
            Modules.goal("pull", MojoExecution.Source.CLI, List.of(root, module), List.of(root, module));

    @BeforeEach
    void place() {
        module.setFile(directory.resolve("first/pom.xml").toFile());
    }

    @Test
    void eachModuleHasItsOwn() {
        assertThat(ReceiptsPath.of(goal, module)).isEqualTo(directory.resolve("first/.cxone/receipts.json"));
    }

    @Test
    void aPropertyIsReadFromEachModulesDirectory() {
        goal.session().getUserProperties().setProperty("cxone.receipts", "r.json");
        assertThat(ReceiptsPath.of(goal, module)).isEqualTo(directory.resolve("first/r.json"));

        Path absolute = directory.resolve("all.json").toAbsolutePath();
        goal.session().getUserProperties().setProperty("cxone.receipts", absolute.toString());
        assertThat(ReceiptsPath.of(goal, module)).isEqualTo(absolute);
    }

    @Test
    void thePomOfTheModuleComesFirst() {
        goal.session().getUserProperties().setProperty("cxone.receipts", "r.json");
        Xpp3Dom receipts = new Xpp3Dom("receipts");
        receipts.setValue("kept/receipts.json");
        ((Xpp3Dom) module.getPlugin(Modules.PLUGIN).getConfiguration()).addChild(receipts);

        assertThat(ReceiptsPath.of(goal, module)).isEqualTo(directory.resolve("first/kept/receipts.json"));
    }
}

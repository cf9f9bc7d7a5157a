package io.github.cxonetools.mojo.project;

import java.io.File;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProjectFactsTest {

    @Test
    void aDescriptionOfItsOwnIsTheModulesAlsoWhereItsParentHasOne() {
        MavenProject project = project("own ${project.version}", "own 1", parent("the parent's"), true);

        assertThat(ProjectFacts.ownDescription(project)).isEqualTo("own 1");
        assertThat(ProjectFacts.inheritedDescription(project)).isNull();
    }

    @Test
    void aDescriptionOfAParentBesideTheModuleIsInherited() {
        MavenProject project = project(null, " the parent's ", parent("the parent's"), true);

        assertThat(ProjectFacts.ownDescription(project)).isNull();
        assertThat(ProjectFacts.inheritedDescription(project)).isEqualTo("the parent's");
    }

    @Test
    void aDescriptionOfAParentFromARepositorySaysNothingOfTheModule() {
        MavenProject framework = parent("Parent pom providing dependency management");
        MavenProject between = project(null, "Parent pom providing dependency management", framework, false);

        assertThat(ProjectFacts.inheritedDescription(between)).isNull();
        assertThat(ProjectFacts.inheritedDescription(
                        project(null, "Parent pom providing dependency management", between, true)))
                .isNull();
    }

    @Test
    void aModuleWithoutAParentHasItsOwnOrNone() {
        assertThat(ProjectFacts.ownDescription(project(null, " ", null, false))).isNull();
        assertThat(ProjectFacts.ownDescription(project("own", "own", null, false)))
                .isEqualTo("own");
    }

    private static MavenProject parent(String description) {
        return project(description, description, null, false);
    }

    private static MavenProject project(String raw, String effective, MavenProject parent, boolean isBeside) {
        Model original = new Model();
        original.setDescription(raw);
        MavenProject project = new MavenProject();
        project.setOriginalModel(original);
        project.setDescription(effective);
        project.setParent(parent);
        project.setParentFile(isBeside ? new File("pom.xml") : null);
        return project;
    }
}

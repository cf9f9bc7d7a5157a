package io.github.cxonetools.mojo.project;

import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class LatePropertiesTest {

    /** As JaCoCo sets {@code argLine} long after Maven has read the POM. */
    @ParameterizedTest
    @CsvSource({
        "@{argLine} -Xmx1g, -javaagent:C:\\agent.jar=x=$1 -Xmx1g",
        "-ea @{argLine}@{argLine}, -ea -javaagent:C:\\agent.jar=x=$1-javaagent:C:\\agent.jar=x=$1",
        "@{surefire.argLine} -ea, -ea",
        "@{given}, by the user",
        "${argLine} @ {argLine}, ${argLine} @ {argLine}",
        "@{argLine, @{argLine",
    })
    void areReplacedWhenTheGoalRuns(String text, String replaced) {
        MavenProject project = new MavenProject();
        project.getProperties().setProperty("argLine", "-javaagent:C:\\agent.jar=x=$1");
        project.getProperties().setProperty("given", "by the POM");
        Properties user = new Properties();
        user.setProperty("given", "by the user");
        MavenSession session = mock(MavenSession.class);
        when(session.getUserProperties()).thenReturn(user);

        assertThat(LateProperties.replace(text, project, session)).isEqualTo(replaced);
    }
}

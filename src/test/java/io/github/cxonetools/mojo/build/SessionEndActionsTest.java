package io.github.cxonetools.mojo.build;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

class SessionEndActionsTest {

    private final MavenProject first = module("first");
    private final MavenProject second = module("second");
    private final MavenProject unlisted = module("unlisted");
    private final MavenExecutionRequest request = new DefaultMavenExecutionRequest();
    private final MavenExecutionResult result = new DefaultMavenExecutionResult();
    private final MavenSession session = mock(MavenSession.class);
    private final SessionEndActions end = SessionEndActions.of(request);
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void build() {
        when(session.getProjects()).thenReturn(List.of(first, second));
        when(session.getResult()).thenReturn(result);
    }

    @Test
    void deferredWorkIsDoneInTheOrderOfTheModulesWhoeverFinishedFirst() {
        defer(second);
        defer(first);

        reach();

        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void workOfAModuleThatTheSessionDoesNotListIsDoneToo() {
        defer(second);
        defer(unlisted);

        reach();

        assertThat(done).containsExactlyInAnyOrder("second", "unlisted");
    }

    @Test
    void workOfOneModuleKeepsItsOrder() {
        end.defer(first, (session, isFailed) -> done.add("deploy"));
        end.defer(second, (session, isFailed) -> done.add("second"));
        end.defer(first, (session, isFailed) -> done.add("deprecate"));

        reach();

        assertThat(done).containsExactly("deploy", "deprecate", "second");
    }

    @Test
    void afterAFailureWorkIsToldSoAndWhatOthersLeftStays() {
        result.addException(new IllegalStateException("a test failed"));
        end.finishUnfinished(session -> done.add("finished"), true);
        end.defer(first, (session, isFailed) -> done.add(isFailed ? "not done" : "done"));
        end.closeLast(session -> done.add("closed"));

        reach();

        assertThat(done).containsExactly("not done", "closed");
    }

    @Test
    void whatOthersLeftIsNamedOnlyWhereNobodyDeploysIt() {
        end.finishUnfinished(session -> done.add("named"), false);
        end.finishUnfinished(session -> done.add("deployed"), true);
        end.finishUnfinished(session -> done.add("deployed twice"), true);

        reach();

        assertThat(done).containsExactly("deployed");
    }

    @Test
    void whatOthersLeftIsNamedOnce() {
        end.finishUnfinished(session -> done.add("named"), false);
        end.finishUnfinished(session -> done.add("named twice"), false);

        reach();

        assertThat(done).containsExactly("named");
    }

    private void defer(MavenProject module) {
        end.defer(module, (session, isFailed) -> done.add(module.getArtifactId()));
    }

    private void reach() {
        ExecutionEvent ended = mock(ExecutionEvent.class);
        when(ended.getSession()).thenReturn(session);
        request.getExecutionListener().sessionEnded(ended);
    }

    private static MavenProject module(String artifactId) {
        MavenProject module = new MavenProject();
        module.setArtifactId(artifactId);
        return module;
    }
}

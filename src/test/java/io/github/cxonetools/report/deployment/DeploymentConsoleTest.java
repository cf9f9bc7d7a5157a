package io.github.cxonetools.report.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.deployment.ActionOutcome;
import io.github.cxonetools.deployment.ActionOutcome.Done;
import io.github.cxonetools.deployment.DeploymentPlan;
import io.github.cxonetools.deployment.PlannedAction;
import io.github.cxonetools.deployment.PlannedAction.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeploymentConsoleTest {

    /** The words of a note are for people: none of them says that a version is deprecated. */
    @ParameterizedTest
    @ValueSource(strings = {"", "told by the receipts", "deprecated fields are ignored", "another word for deprecated"})
    void saysThatAVersionIsDeprecatedWhereThePlanSaysSo(String note) {
        PlannedAction current = upToDate(false, note);
        PlannedAction deprecated = upToDate(true, note);

        assertThat(row(current)).isEqualTo("A       1        up to date  7");
        assertThat(row(deprecated)).isEqualTo("A       1        up to date (deprecated)  7");
        assertThat(DeploymentConsole.outcome(outcome(current))).isEqualTo("A 1 is up to date (id 7)");
        assertThat(DeploymentConsole.outcome(outcome(deprecated))).isEqualTo("A 1 is up to date (deprecated) (id 7)");
        assertThat(plan(deprecated).toJson().at("/actions/0/note").asString())
                .isEqualTo(note.isEmpty() ? "deprecated" : "deprecated; " + note);
    }

    private static String row(PlannedAction action) {
        return DeploymentConsole.plan(plan(action)).get(1);
    }

    private static DeploymentPlan plan(PlannedAction action) {
        return new DeploymentPlan(URI.create("https://tenant.example.com"), List.of(action), new TreeMap<>());
    }

    private static ActionOutcome outcome(PlannedAction action) {
        return new ActionOutcome(action, Done.UP_TO_DATE, action.id(), Duration.ZERO, null, "");
    }

    private static PlannedAction upToDate(boolean deprecated, String note) {
        ActionVersion version = new ActionVersion("7", "A", "1", deprecated, null, null, null, null, null);
        return new PlannedAction(Kind.UP_TO_DATE, version, version, "7", List.of(), List.of(), deprecated, note);
    }
}

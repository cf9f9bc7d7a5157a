package io.github.cxonetools.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.client.WireTenant.Behaviour;
import io.github.cxonetools.deployment.Deprecation.Mark;
import io.github.cxonetools.report.deployment.DeploymentConsole;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.github.cxonetools.deployment.Deployment.desired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeprecationTest {

    private static final VersionTarget A = new VersionTarget(null, "A");

    @TempDir
    private Path folder;

    private Deployment deployment;
    private Deprecation deprecation;

    @BeforeEach
    void start() throws Exception {
        deployment = new Deployment(folder);
        deployment.deploy(desired("A", "1"));
        deployment.deploy(desired("A", "2"));
        deployment.deploy(desired("A", "3"));
        deprecation = new Deprecation(deployment.client, deployment.receipts(), 2);
    }

    @AfterEach
    void stop() {
        deployment.close();
    }

    @Test
    void aListMarksWhatItNamesAndLeavesTheRest() throws Exception {
        List<Mark> marks = deprecation.plan(A, VersionSelection.list("1, 2"), true);
        assertThat(DeploymentConsole.marks(marks, true, ConsoleStyle.PLAIN))
                .containsExactly(
                        "A 1 (id id-1) would be deprecated",
                        "A 2 (id id-2) would be deprecated",
                        "A 3 (id id-3) is left untouched",
                        "2 of 3 versions would change");

        deprecation.apply(marks);

        assertThat(deployment.tenant.deployed()).containsExactly("A 1 (deprecated)", "A 2 (deprecated)", "A 3");
        assertThat(deployment.receipts().find("A", "2").orElseThrow().state().deprecated())
                .isTrue();
    }

    @Test
    void aRangeMarksWhatItHoldsAndASecondRunNothing() throws Exception {
        VersionSelection range = VersionSelection.range("[1,2]", version -> version.compareTo("2") <= 0);
        deprecation.apply(deprecation.plan(A, range, true));

        List<Mark> again = deprecation.plan(A, range, true);

        assertThat(again).noneMatch(Mark::isNeeded);
        assertThat(DeploymentConsole.marks(again, false, ConsoleStyle.PLAIN))
                .contains("A 1 (id id-1) is up to date (deprecated)");
    }

    @Test
    void aDeprecationCanBeTakenBack() throws Exception {
        deprecation.apply(deprecation.plan(new VersionTarget("id-1", null), null, true));
        deprecation.apply(deprecation.plan(new VersionTarget("id-1", null), null, false));

        assertThat(deployment.tenant.deployed()).containsExactly("A 1", "A 2", "A 3");
    }

    @Test
    void aNamedVersionMustExist() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deprecation.plan(A, VersionSelection.list("1,9,8"), true))
                .withMessage("The tenant has no A 8, 9. Known are: 1, 2, 3. Correct cxone.versions, or set"
                        + " cxone.actionId");
    }

    @Test
    void whatOneVersionCannotDoOthersStillDoAndThatIsSaid() throws Exception {
        deployment.tenant.script = request -> request.line().equals("PATCH /api/v2/data-actions/id-1")
                ? Behaviour.status(400, "{\"message\":\"no\"}")
                : Behaviour.NORMAL;
        List<Mark> marks = deprecation.plan(A, VersionSelection.list("1,2,3"), true);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deprecation.apply(marks))
                .withMessageStartingWith("Could not deprecate A 1: PATCH /api/v2/data-actions/id-1 answered 400")
                .withMessageEndingWith(
                        "\n2 of 3 versions were changed. When the cause is removed, the same goal completes"
                                + " the rest");
        assertThat(deployment.tenant.deployed()).containsExactly("A 1", "A 2 (deprecated)", "A 3 (deprecated)");
    }

    @Test
    void whichVersionsMustBeSaid() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> deprecation.plan(A, null, true))
                .withMessageStartingWith("Nothing says which versions of A are meant.");
    }
}

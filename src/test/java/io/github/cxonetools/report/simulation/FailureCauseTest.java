package io.github.cxonetools.report.simulation;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.simulator.expectation.ValueDifference;
import io.github.cxonetools.simulator.result.FixtureReport;
import io.github.cxonetools.simulator.result.Latency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureCauseTest {

    private static final String THROWN = "java.lang.NullPointerException: x";

    @Test
    void isTheExceptionAndTheFirstFrameThatIsTheProjectsOwn() {
        assertThat(thrown("""
                        java.lang.NullPointerException: x
                        \tat java.base/java.util.Objects.requireNonNull(Objects.java:233)
                        \tat kotlin.jvm.internal.Intrinsics.checkNotNull(Intrinsics.java:20)
                        \tat com.google.common.base.Preconditions.checkNotNull(Preconditions.java:1)
                        \tat com.example.ProfileLookup.find(ProfileLookup.kt:14)
                        """).label()).isEqualTo("NullPointerException ProfileLookup:14");
    }

    @Test
    void isAFrameOfALibraryWhereThereIsNoOther() {
        assertThat(thrown("""
                        java.lang.NullPointerException: x
                        \tat com.google.common.base.Preconditions.checkNotNull(Preconditions.java:1)
                        """).label()).isEqualTo("NullPointerException Preconditions:1");
    }

    @Test
    void isTheSameForAFixtureAndAProbeThatAreRefusedAlikeWithOtherValues() {
        FailureCause fixture = refused("validation error: output: /scores/0/value is 1.2, greater than 1");
        FailureCause probe =
                refused("a valid payload: validation error: output: /scores/10/value is 7, greater than 1");

        assertThat(probe).isEqualTo(fixture);
        assertThat(probe.label()).isEqualTo("validation error: output: /scores/10/value is 7, greater than 1");
        assertThat(refused("validation error: output: /scores/0/name is 1.2, greater than 1"))
                .isNotEqualTo(fixture);
        assertThat(refused("validation error: output: /scores/0/value is \"a\", not a number"))
                .isNotEqualTo(fixture);
    }

    @Test
    void isTheSameDifferenceWhateverThePositionAndTheValues() {
        FailureCause one = different("/output/list/2/tier", "\"GOLD\"");

        assertThat(different("/output/list/10/tier", "\"SILVER\"")).isEqualTo(one);
        assertThat(different("/output/list/2/name", "\"GOLD\"")).isNotEqualTo(one);
        assertThat(one.label()).isEqualTo("/output/list/…/tier");
    }

    private static FailureCause thrown(String stack) {
        return cause(ExecutionResult.error("runtime", THROWN, 1.0), "runtime error: " + THROWN, stack, List.of());
    }

    private static FailureCause refused(String failure) {
        String message = failure.substring(failure.indexOf("output: "));
        return cause(ExecutionResult.error("validation", message, 1.0), failure, null, List.of());
    }

    private static FailureCause different(String pointer, String expected) {
        ValueDifference difference = new ValueDifference(pointer, expected, "1");
        ExecutionResult success = new ExecutionResult("success", null, null, null, 1.0);
        return cause(success, difference.text(), null, List.of(difference));
    }

    private static FailureCause cause(
            ExecutionResult result, String failure, @Nullable String stack, List<ValueDifference> differences) {
        return FailureCause.of(
                new FixtureReport("a", null, result, List.of(failure), Latency.NONE, null, "", stack, differences));
    }
}

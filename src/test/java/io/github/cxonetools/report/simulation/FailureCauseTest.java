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

    private static final String WRAPPED = """
            com.example.LookupException: no profile
            \tat com.example.Routing.route(Routing.java:20)
            \tat com.example.Routing.apply(Routing.java:9)
            \tSuppressed: java.io.IOException: closed
            \t\tat com.example.Pool.close(Pool.java:77)
            \tCaused by: java.lang.Error: suppressed
            \t\tat com.example.Pool.give(Pool.java:70)
            Caused by: java.util.concurrent.ExecutionException: java.lang.NullPointerException: x
            \tat java.base/java.util.concurrent.FutureTask.report(FutureTask.java:122)
            \tat com.example.Routing.route(Routing.java:18)
            \t... 1 more
            Caused by: java.lang.NullPointerException: x
            \tat java.base/java.util.Objects.requireNonNull(Objects.java:233)
            \tat com.example.ProfileLookup.find(ProfileLookup.java:14)
            \t... 3 more
            """;

    private static final String LOOKUP = "com.example.LookupException: no profile";

    @Test
    void isTheRootCauseWhateverItIsWrappedIn() {
        FailureCause wrapped = thrown(LOOKUP, WRAPPED);
        FailureCause other = thrown(
                "java.lang.IllegalStateException: y", WRAPPED.replace(LOOKUP, "java.lang.IllegalStateException: y"));
        FailureCause direct = thrown("""
                java.lang.NullPointerException: x
                \tat com.example.ProfileLookup.find(ProfileLookup.java:14)
                """);

        assertThat(wrapped).isEqualTo(other).isEqualTo(direct);
        assertThat(wrapped.label()).isEqualTo("NullPointerException ProfileLookup:14, wrapped in LookupException");
        assertThat(direct.label()).isEqualTo("NullPointerException ProfileLookup:14");
        assertThat(wrapped.or(thrown(LOOKUP, WRAPPED)).label()).isEqualTo(wrapped.label());
        assertThat(wrapped.or(other).label()).isEqualTo(direct.label());
        assertThat(thrown(LOOKUP, WRAPPED.replace("ProfileLookup.java:14", "ProfileLookup.java:15")))
                .isNotEqualTo(wrapped);
    }

    @Test
    void isAnotherCauseWhereTheSameWrapperHidesAnotherException() {
        String other = WRAPPED.replace(
                "Caused by: java.lang.NullPointerException: x", "Caused by: java.lang.ArithmeticException: x");

        assertThat(thrown(LOOKUP, other)).isNotEqualTo(thrown(LOOKUP, WRAPPED));
    }

    /** A cause that is thrown where its wrapper is has no frame of its own. */
    @Test
    void isWhereTheWrapperWasThrownWhereTheRootCauseTellsNoOwnFrame() {
        assertThat(thrown(LOOKUP, """
                        com.example.LookupException: no profile
                        \tat com.google.common.base.Preconditions.checkNotNull(Preconditions.java:1)
                        \tat com.example.Routing.apply(Routing.java:9)
                        Caused by: java.lang.ArithmeticException
                        \tat java.base/java.lang.Math.toIntExact(Math.java:1135)
                        \t... 1 more
                        """).label()).isEqualTo("ArithmeticException Routing:9, wrapped in LookupException");
    }

    /** What an exception says may look like a cause. */
    @Test
    void isNotWhatAMessageClaims() {
        assertThat(thrown(THROWN + "\nCaused by: nobody knows what", """
                        java.lang.NullPointerException: x
                        Caused by: nobody knows what
                        \tat com.example.ProfileLookup.find(ProfileLookup.java:14)
                        """).label())
                .isEqualTo("NullPointerException ProfileLookup:14");
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
        return thrown(THROWN, stack);
    }

    private static FailureCause thrown(String message, String stack) {
        return cause(ExecutionResult.error("runtime", message, 1.0), "runtime error: " + message, stack, List.of());
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

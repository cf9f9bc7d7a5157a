package io.github.cxonetools.execution.worker;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JacksonProblemsTest {

    @Test
    void aRefusalWithoutAReasonNamesTheLibraryAsItsUsersKnowIt() {
        assertThat(JacksonProblems.describe(null).words()).isEqualTo("Jackson failed without a reason");
    }
}

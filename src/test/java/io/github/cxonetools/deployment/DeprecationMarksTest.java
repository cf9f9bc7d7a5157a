package io.github.cxonetools.deployment;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeprecationMarksTest {

    @Test
    void noRequestInFlightIsTheUsersFault() {
        assertThatThrownBy(() -> new DeprecationMarks(0, false, marks -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cxone.concurrency is 0. Use 1 or more");
    }
}

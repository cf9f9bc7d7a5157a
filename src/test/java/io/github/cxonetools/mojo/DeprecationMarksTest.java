package io.github.cxonetools.mojo;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.Options;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DeprecationMarksTest {

    @Test
    void noRequestInFlightIsTheUsersFault() {
        assertThatThrownBy(() -> Options.checked(() -> new DeprecationMarks(null, null, 0, false)))
                .isInstanceOf(RejectedException.class)
                .hasMessage("cxone.concurrency is 0. Use 1 or more");
    }
}

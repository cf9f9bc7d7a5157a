package io.github.cxonetools.action;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({
        "baseurl, baseUrl, 0",
        "base-url, baseUrl, 0",
        "baseUlr, baseUrl, 1",
        "maxErorRate, maxErrorRate, 1",
        "concurency, concurrency, 1",
        "parallelism, concurrency, 11"
    })
    void aDistanceCountsWhatIsToBeChanged(String typed, String name, int changes) {
        assertThat(NearestName.distance(typed, name)).isEqualTo(changes);
    }

    @Test
    void theNearestIsFoundWhateverTheOrder() {
        assertThat(NearestName.of("maxErrorrate", List.of("maxErrorRateIncrease", "maxErrorRate", "maxAttempts")))
                .isEqualTo("maxErrorRate");
    }

    @ParameterizedTest
    @CsvSource({
        "baseurl, baseUrl, true",
        "baseUr, baseUrl, true",
        "handlerHost, handlerUrl, false",
        "do, to, false",
        "TO, to, true"
    })
    void aNameOfAnotherKindIsNotMistyped(String typed, String name, boolean isMistyped) {
        assertThat(NearestName.isMistyped(typed, name)).isEqualTo(isMistyped);
    }
}

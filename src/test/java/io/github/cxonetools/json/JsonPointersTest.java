package io.github.cxonetools.json;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JsonPointer;

import static org.assertj.core.api.Assertions.assertThat;

class JsonPointersTest {

    @ParameterizedTest
    @CsvSource({"a, a", "a/b, a~1b", "a~b, a~0b", "~1, ~01", "/~0/, ~1~00~1", "'', ''"})
    void aNameIsOneSegmentWhateverItHolds(String name, String segment) {
        assertThat(JsonPointers.escaped(name)).isEqualTo(segment);
        assertThat(JsonPointers.unescaped(segment)).isEqualTo(name);
        assertThat(JsonPointer.compile("/" + segment).getMatchingProperty()).isEqualTo(name);
    }
}

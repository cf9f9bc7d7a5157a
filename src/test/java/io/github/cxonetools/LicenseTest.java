package io.github.cxonetools;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Section 4 of the licence: whoever passes the jar on passes these on. */
class LicenseTest {

    @ParameterizedTest
    @ValueSource(strings = {"LICENSE", "src/main/resources/META-INF/NOTICE"})
    void theJarHoldsTheLicenceAndTheNotice(Path source) {
        assertThat(Path.of("target/classes/META-INF").resolve(source.getFileName()))
                .hasSameTextualContentAs(source);
    }
}

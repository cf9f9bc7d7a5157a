package io.github.cxonetools.report.text;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "0.00004, 0.0400 µs",
        "0.0412, 41.2 µs",
        "0.4, 400 µs",
        "0.9994, 999 µs",
        "0.9996, 1.00 ms",
        "4.125, 4.13 ms",
        "41.25, 41.3 ms",
        "412.4, 412 ms",
        "999.6, 1.00 s",
        "4120, 4.12 s",
        "1234567, '1,230 s'",
    })
    void showsADurationWithThreeDigitsAndTheUnitThatFits(double millis, String text) {
        assertThat(NumberText.duration(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.000412, 0.0412 %", "0.0179, 1.79 %", "0.5, 50.0 %", "1, 100 %", "12.345, '1,230 %'"})
    void showsARateInPercent(double rate, String text) {
        assertThat(NumberText.percent(rate)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 probes", "1, 1 probe", "2324820, '2,324,820 probes'"})
    void separatesThousandsAndSaysOneOfOne(long number, String text) {
        assertThat(NumberText.count(number, "probe")).isEqualTo(text);
    }
}

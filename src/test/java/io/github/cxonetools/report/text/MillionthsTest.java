package io.github.cxonetools.report.text;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class MillionthsTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0.000000, 0",
        "1, 0.000001, 0.000001",
        "450, 0.000450, 0.00045",
        "1000000, 1.000000, 1",
        "12300000, 12.300000, 12.3",
        "100000000, 100.000000, 100",
    })
    void aNumberHasSixDigitsOrAsManyAsItNeeds(long millionths, String fixed, String shortest) {
        assertThat(Millionths.fixed(millionths)).isEqualTo(fixed);
        assertThat(Millionths.shortest(millionths)).isEqualTo(shortest);
    }

    @Test
    void itIsTheTextOfTheDecimal() {
        Random random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            long millionths = random.nextLong() >>> 1 + random.nextInt(62);
            BigDecimal decimal = BigDecimal.valueOf(millionths, 6);

            assertThat(Millionths.fixed(millionths)).isEqualTo(decimal.toPlainString());
            assertThat(Millionths.shortest(millionths))
                    .isEqualTo(decimal.stripTrailingZeros().toPlainString());
        }
    }
}

package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.RejectedException;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An accepted break that could never fit, or never end, is refused. */
class AcceptedBreakTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "side|inptu|has the <side> inptu. Use input or output",
                "until|2026-02-30|has the <until> 2026-02-30. Use a date like 2026-12-31, or a version like 1.4.2",
                "until|2026-2-3|has the <until> 2026-2-3",
                "until|31.12.2026|has the <until> 31.12.2026",
                "until|soon|has the <until> soon",
                "reasn|x|has <reasn>, which it does not know. Did you mean <reason>?",
                "pointer|''|has no <pointer>. Write one: a failure prints what to paste",
            })
    void whatIsMistypedIsRefused(String part, String value, String problem) {
        Properties element = element();
        element.setProperty(part, value);

        assertThatThrownBy(() -> AcceptedBreak.of(element))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("<acceptedBreak> of A " + problem);
    }

    @ParameterizedTest
    @CsvSource({"until, 2028-02-29", "until, 1.4.2", "until, 2", "until, 1.4.2-rc.1", "side, OUTPUT"})
    void whatIsValidIsTaken(String part, String value) {
        Properties element = element();
        element.setProperty(part, value);

        assertThatCode(() -> AcceptedBreak.of(element)).doesNotThrowAnyException();
    }

    private static Properties element() {
        Properties element = new Properties();
        element.setProperty("action", "A");
        element.setProperty("side", "input");
        element.setProperty("pointer", "/c");
        element.setProperty("code", "enum");
        element.setProperty("reason", "nobody sends it");
        return element;
    }
}

package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class GeneratedFactsTest {

    private static final String PLAIN = """
            {
              "format": 1,
              "name": "A",
              "version": "1.4.0",
              "timeoutMs": 5000
            }
            """;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1.4.0,-,5000", "1.4.0-SNAPSHOT,Routes & <more>: {a},1", "'','',0", "1,~,60000", "1, ,999999999"})
    void readsWhatGenerateWrites(String version, String description, int timeoutMs) {
        ContractFacts facts = GeneratedFacts.read(bytes(json(version, description, timeoutMs)), 1);

        assertThat(facts).isEqualTo(new ContractFacts("A", version, description, timeoutMs, false));
    }

    /** What needs a parser is a parser's. */
    @ParameterizedTest
    @CsvSource({"1\"0,a,1", "1,a\\b,1", "1,ü,1", "1,😀,1", "1,'a\nb',1", "1,a\u007f,1", "1,a,2000000000", "1,a,-1"})
    void leavesEscapesAndOtherCharactersToTheParser(String version, String description, int timeoutMs) {
        assertThat(GeneratedFacts.read(bytes(json(version, description, timeoutMs)), 1))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"format\": 1,|\"format\": 2,",
                "\"format\": 1,|\"format\": 10,",
                "\"name\": \"A\"|\"name\": 1",
                "\"name\": \"A\"|\"name\": \"A\", \"name\": \"B\"",
                "5000|05000",
                "5000|5000.5",
                "5000|5000,\n  \"isDeprecated\": true",
                "5000|\"5000\"",
                "5000|",
                "\n}\n|\n}",
                "\n}\n|\n}\n{}",
                "}|",
                "{|",
            })
    void leavesWhatIsWrittenInAnotherWayToTheParser(String change) {
        String[] both = change.split("\\|", -1);
        String changed = PLAIN.replace(both[0], both[1]);

        assertThat(changed).isNotEqualTo(PLAIN);
        assertThat(GeneratedFacts.read(bytes(changed), 1)).isNull();
    }

    @Test
    void aFileThatEndsAnywhereIsTheParsersToRefuse() {
        for (int end = 0; end < PLAIN.length(); end++) {
            assertThat(GeneratedFacts.read(bytes(PLAIN.substring(0, end)), 1)).isNull();
        }
    }

    @Test
    void saysWhatTheParserSays() throws RejectedException {
        ContractFacts generated = GeneratedFacts.read(bytes(PLAIN), 1);

        assertThat(generated).isNotNull().isEqualTo(ContractFacts.read("action.json", "A", bytes(PLAIN + " "), ""));
    }

    private static String json(String version, String description, int timeoutMs) {
        ObjectNode facts = Json.object().put("format", 1).put("name", "A").put("version", version);
        if (description != null) {
            facts.put("description", description);
        }
        return Json.pretty(facts.put("timeoutMs", timeoutMs));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

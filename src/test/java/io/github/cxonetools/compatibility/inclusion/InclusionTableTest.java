package io.github.cxonetools.compatibility.inclusion;

import io.github.cxonetools.compatibility.inclusion.Inclusion.Verdict;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Pairs of schemas, and whether the first is included in the second. */
class InclusionTableTest {

    /** Every multiple of 3 is one of 0.3: the table is wrong. */
    private static final String WRONG = "test.test_numeric.TestCompositeNumericSubtype.test_all_all_3";

    /** From the tests of IBM's jsonsubschema. */
    @Test
    void decidesEachRowOfAnotherToolAsItIs() throws IOException {
        JsonNode rows = rows("ibm-draft7");

        assertThat(rows).hasSize(510);
        assertThat(others(rows)).containsExactly(WRONG + " INCLUDED");
    }

    /** All keywords of draft-07, alone and in company: overlapping, exact, finite, long, and with no value at all. */
    @Test
    void decidesEachRowMadeByHandAsItIs() throws IOException {
        JsonNode rows = rows("hand-made");

        assertThat(rows).hasSizeGreaterThan(300);
        assertThat(others(rows)).isEmpty();
    }

    /** The rows that are decided otherwise, or not at all. */
    private static List<String> others(JsonNode rows) {
        List<String> others = new ArrayList<>();
        for (JsonNode row : rows) {
            Verdict verdict =
                    Inclusion.decide(row.path("sub"), row.path("super")).verdict();
            if (verdict != (row.path("included").booleanValue() ? Verdict.INCLUDED : Verdict.NOT_INCLUDED)) {
                others.add(row.path("name").stringValue() + " " + verdict);
            }
        }
        return others;
    }

    private static JsonNode rows(String name) throws IOException {
        try (InputStream table = Objects.requireNonNull(
                InclusionTableTest.class.getResourceAsStream("/compatibility/" + name + ".json"))) {
            return Json.read(table.readAllBytes()).path("rows");
        }
    }
}

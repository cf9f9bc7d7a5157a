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

/** Pairs of schemas from the tests of IBM's jsonsubschema, and whether the first is included in the second. */
class InclusionTableTest {

    /** Every multiple of 3 is one of 0.3: the table is wrong. */
    private static final String WRONG = "test.test_numeric.TestCompositeNumericSubtype.test_all_all_3";

    @Test
    void decidesEachRowAsItIs() throws IOException {
        List<String> wrong = new ArrayList<>();
        List<String> undecided = new ArrayList<>();
        JsonNode rows = rows();
        for (JsonNode row : rows) {
            String name = row.path("name").stringValue();
            Inclusion inclusion = Inclusion.decide(row.path("sub"), row.path("super"));
            if (inclusion.verdict() == Verdict.UNDECIDED) {
                undecided.add(name);
            } else if ((inclusion.verdict() == Verdict.INCLUDED)
                    != row.path("included").booleanValue()) {
                wrong.add(name);
            }
        }
        assertThat(rows).hasSize(510);
        assertThat(wrong).containsExactly(WRONG);
        assertThat(undecided).isEmpty();
    }

    private static JsonNode rows() throws IOException {
        try (InputStream table = Objects.requireNonNull(
                InclusionTableTest.class.getResourceAsStream("/compatibility/ibm-draft7.json"))) {
            return Json.read(table.readAllBytes()).path("rows");
        }
    }
}

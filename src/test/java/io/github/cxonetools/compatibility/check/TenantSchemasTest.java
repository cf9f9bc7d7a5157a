package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.json.Json;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** A tenant's schema is anybody's: it may be hard to read, and is never taken for compatible because of it. */
class TenantSchemasTest {

    private static final String OURS =
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}}," + "\"required\":[\"a\"]}";

    /** Each accepts {@code {"a": "text"}} or nobody knows whether it does, so that none is compatible with ours. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "remote reference; {\"$ref\": \"https://example.com/schema.json\"}",
                "remote reference below; {\"properties\": {\"a\": {\"$ref\": \"file:///etc/passwd\"}}}",
                "reference by name; {\"definitions\": {\"x\": {\"$id\": \"#x\"}}, \"properties\": {\"a\": {\"$ref\": \"#x\"}}}",
                "circular reference; {\"definitions\": {\"x\": {\"$ref\": \"#/definitions/y\"}, \"y\": {\"$ref\": \"#/definitions/x\"}}, \"$ref\": \"#/definitions/x\"}",
                "reference to itself; {\"$ref\": \"#\"}",
                "dangling reference; {\"properties\": {\"a\": {\"$ref\": \"#/definitions/nothing\"}}}",
                "reference that is no text; {\"properties\": {\"a\": {\"$ref\": 5}}}",
                "draft-04's exclusive bound; {\"properties\": {\"a\": {\"minimum\": 5, \"exclusiveMinimum\": true}}}",
                "draft-04's required; {\"properties\": {\"a\": {\"required\": true}}}",
                "draft-03's type; {\"properties\": {\"a\": {\"type\": \"any\"}}}",
                "draft-04's identifier; {\"id\": \"https://example.com/\", \"properties\": {\"a\": {}}}",
                "huge exponent; {\"properties\": {\"a\": {\"maximum\": 1e999999999}}}",
                "tiny exponent; {\"properties\": {\"a\": {\"multipleOf\": 1e-999999999}}}",
                "huge common multiple; {\"properties\": {\"a\": {\"allOf\": [{\"multipleOf\": 1000000007}, {\"multipleOf\": 998244353}, {\"multipleOf\": 0.1234567891}, {\"not\": {\"multipleOf\": 1000000009}}]}}}",
                "divisor of zero; {\"properties\": {\"a\": {\"multipleOf\": 0}}}",
                "huge length; {\"properties\": {\"a\": {\"minLength\": 99999999999999999999}}}",
                "pattern that is none; {\"properties\": {\"a\": {\"pattern\": \"(\"}}}",
                "pattern of exponential width; {\"properties\": {\"a\": {\"pattern\": \"^(.*a.{40}|.*b.{40})*$\"}}}",
            })
    void itIsNeverTakenForCompatible(String kind, String theirs) {
        List<SideComparison> sides = compare(theirs, OURS);

        assertThat(sides.get(0).breaks()).isNotEmpty().allSatisfy(broken -> assertThat(broken.isUndecided())
                .isEqualTo(broken.witness() == null));
        assertThat(sides.get(0).breaks())
                .filteredOn(ContractBreak::isUndecided)
                .allSatisfy(broken -> assertThat(broken.change()).isNotBlank().isNotEqualTo("null"));
    }

    /** An output promises less than one that nobody can read, or promises it no more: what is known has a payload. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "remote reference; {\"$ref\": \"https://example.com/schema.json\"}",
                "circular reference; {\"definitions\": {\"x\": {\"$ref\": \"#/definitions/x\"}}, \"$ref\": \"#/definitions/x\"}",
                "dangling reference; {\"properties\": {\"a\": {\"$ref\": \"#/definitions/nothing\"}}}",
                "draft-04's exclusive bound; {\"properties\": {\"a\": {\"minimum\": 5, \"exclusiveMinimum\": true}}}",
            })
    void neitherIsAnOutput(String kind, String theirs) {
        assertThatCode(() -> compare(OURS, theirs)).doesNotThrowAnyException();
        assertThat(compare(theirs, OURS).get(1).breaks()).isNotEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedWithItsPlaceAndWhatToDo() throws Exception {
        CompatibilityCheck check = CompatibilityRules.DEFAULT.check(
                (action, side, pointer) -> null, LocalDate.EPOCH, Comparator.naturalOrder());
        Contract theirs = contract("{\"properties\": {\"a\": {\"$ref\": \"https://example.com/\"}}}");

        assertThat(check.compare(theirs, contract(OURS), "the tenant").refusal())
                .startsWith(
                        "A 1.0.0 needs 2.0.0, against 1.0.0 of the tenant: input /: undecided, because the older schema "
                                + "has a $ref that is not #, nor #/… into the same document, at /properties/a/$ref; output /: ")
                .contains(
                        ". Raise the version to 2.0.0, or take what is undecided for compatible (-Dcxone.onUndecided=warn), "
                                + "or accept each break: <acceptedBreak>");
        assertThat(check.compare(contract(OURS), theirs, "the tenant").refusal())
                .contains("input /: undecided, because the newer schema has a $ref ");
    }

    private static List<SideComparison> compare(String theirs, String ours) {
        ContractComparer comparer = new DecidedComparer(false, (action, side, pointer) -> null);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> comparer.compare(contract(theirs), contract(ours)));
    }

    private static Contract contract(String schema) {
        JsonNode parsed = Json.read(schema);
        return new Contract("A", "1.0.0", null, 5000, parsed, parsed);
    }
}

package io.github.cxonetools.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MetricsRowTest {

    @Test
    void readsTheAssumedShape() {
        assertThat(row("{'timestamp':'2026-01-01T00:00:00Z','status':'success','version':'1.0.0','count':120,"
                        + "'avgLatencyMs':41.5,'errorRate':0.0}"))
                .satisfies(row -> {
                    assertThat(row.timestamp()).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
                    assertThat(row.status()).isEqualTo("success");
                    assertThat(row.version()).isEqualTo("1.0.0");
                    assertThat(row.count()).isEqualTo(120);
                    assertThat(row.avgLatencyMs()).isEqualByComparingTo("41.5");
                    assertThat(row.errorRate()).isEqualByComparingTo("0");
                    assertThat(row.others()).isEmpty();
                });
    }

    @Test
    void readsGroupingValuesThatSitInANestedObject() {
        MetricsRow row = row("{'group':{'status':'error','version':'2.0','site':'de'},'count':1}");

        assertThat(row.status()).isEqualTo("error");
        assertThat(row.version()).isEqualTo("2.0");
        assertThat(row.others()).containsOnlyKeys("site");
    }

    @Test
    void keepsWhatAGroupHoldsUnderItsOwnName() {
        MetricsRow row = row("{'group':{'version':'2.0','group':{'site':'de'}},'count':1}");

        assertThat(row.version()).isEqualTo("2.0");
        assertThat(row.others()).hasToString("{group={\"site\":\"de\"}}");
    }

    @Test
    void believesTheLastOfMembersOfOneName() {
        assertThat(row("{'count':'many','count':3}")).satisfies(row -> {
            assertThat(row.count()).isEqualTo(3);
            assertThat(row.others()).isEmpty();
        });
        assertThat(row("{'count':3,'count':'many'}")).satisfies(row -> {
            assertThat(row.count()).isNull();
            assertThat(row.notUnderstood()).containsExactly("count");
        });
    }

    @Test
    void believesTheRowItselfBeforeItsGroup() {
        assertThat(row("{'group':{'status':'error','count':7,'errorRate':2},'status':'success','errorRate':'?'}"))
                .satisfies(row -> {
                    assertThat(row.status()).isEqualTo("success");
                    assertThat(row.count()).isEqualTo(7);
                    assertThat(row.others().get("errorRate").asString()).isEqualTo("?");
                });
    }

    @Test
    void leavesAbsentWhatTheTenantLeftOutOrSetToNull() {
        MetricsRow row = row("{'version':'1.0','avgLatencyMs':null}");

        assertThat(row.count()).isNull();
        assertThat(row.avgLatencyMs()).isNull();
        assertThat(row.errorRate()).isNull();
        assertThat(row.notUnderstood()).isEmpty();
    }

    @Test
    void keepsUnknownMembersAsTheyCame() {
        assertThat(row("{'count':1,'p95':[1,{'x':2}]}").others().get("p95").toString())
                .isEqualTo("[1,{\"x\":2}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text'", "5", "[]", "true"})
    void keepsARowThatIsNoObject(String row) {
        assertThat(row(row).others()).containsOnlyKeys("row");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count        | -5",
                "count        | 1.5",
                "count        | \"many\"",
                "count        | 1e999999999",
                "errorRate    | 12.5",
                "errorRate    | -0.1",
                "errorRate    | \"5 %\"",
                "avgLatencyMs | -1",
                "avgLatencyMs | {}",
                "timestamp    | \"yesterday\"",
                "timestamp    | \"2026-02-30T00:00:00Z\"",
                "timestamp    | \"01/02/2026\"",
                "timestamp    | \"2026-01-01 10:00 PM\"",
                "timestamp    | \"2026-01-01T10:00:00 CET\"",
                "timestamp    | \"2026-01-01T10:00:00+19:00\"",
                "timestamp    | \"2026-13-01\"",
                "timestamp    | \"2026.5\"",
                "timestamp    | \"12:00:00\"",
                "timestamp    | 0",
                "timestamp    | 2026",
                "timestamp    | 202601",
                "timestamp    | 20260230",
                "timestamp    | 176722560",
                "timestamp    | 17672256000",
                "timestamp    | -1767225600",
                "timestamp    | 1e999999999",
                "timestamp    | 1e-999999999",
                "timestamp    | NaN",
                "timestamp    | {}",
                "count        | NaN",
                "avgLatencyMs | NaN",
                "avgLatencyMs | -Infinity",
                "errorRate    | Infinity",
                "timestamp    | \"0001-01-01T00:00:00Z\"",
                "timestamp    | \"+999999999-12-31T23:59:59Z\"",
                "timestamp    | \"-999999999-01-01T00:00:00+18:00\"",
                "version      | [1.0]",
            })
    void keepsAKnownMemberOfNoSenseUnderItsName(String member, String value) {
        MetricsRow row = row("{'" + member + "':" + value + "}");

        assertThat(row.notUnderstood()).containsExactly(member);
        assertThat(row.others()).containsOnlyKeys(member);
    }

    @Test
    void readsNumbersThatCameAsStrings() {
        MetricsRow row = row("{'count':'120','avgLatencyMs':' 41.5 ','errorRate':'0.25'}");

        assertThat(row.count()).isEqualTo(120);
        assertThat(row.avgLatencyMs()).isEqualByComparingTo("41.5");
        assertThat(row.errorRate()).isEqualByComparingTo("0.25");
    }

    @Test
    void takesAFigureTooSmallToMatterForNothing() {
        assertThat(row("{'avgLatencyMs':1e-999999999}").avgLatencyMs()).isEqualByComparingTo(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-01-01T00:00:00Z",
        "2026-01-01T10:00:00, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00+02:00, 2026-01-01T08:00:00Z",
        "2026-01-01T10:00:00.000Z, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00:00.000+0200, 2026-01-01T08:00:00Z",
        "2026-01-01T10:00:00-02, 2026-01-01T12:00:00Z",
        "2026-01-01T10:00Z, 2026-01-01T10:00:00Z",
        "2026-01-01T10:00+05:30, 2026-01-01T04:30:00Z",
        "2026-01-01 10:00:00, 2026-01-01T10:00:00Z",
        "2026-01-01 10:00:00Z, 2026-01-01T10:00:00Z",
        "2026-01-01 10:00:00 +0200, 2026-01-01T08:00:00Z",
        "2026-01-01 10:00:00 UTC, 2026-01-01T10:00:00Z",
        "2026-01-01 10:00 GMT+2, 2026-01-01T08:00:00Z",
        "' 2026-01-01t10:00:00z ', 2026-01-01T10:00:00Z",
        "'2026-01-01T10:00:00,5Z', 2026-01-01T10:00:00.500Z",
        "2026-01-01T10:00:00.1234567890Z, 2026-01-01T10:00:00.123456789Z",
        "2026-01-01T10:00:00+01:00[Europe/Berlin], 2026-01-01T09:00:00Z",
        "2026/01/01 10:00:00, 2026-01-01T10:00:00Z",
        "2026-01, 2026-01-01T00:00:00Z",
        "20260101, 2026-01-01T00:00:00Z",
        "20260101T100000Z, 2026-01-01T10:00:00Z",
        "20260101100000, 2026-01-01T10:00:00Z",
        "'Thu, 01 Jan 2026 10:00:00 GMT', 2026-01-01T10:00:00Z",
        "1767261600, 2026-01-01T10:00:00Z",
        "1767261600.5, 2026-01-01T10:00:00.500Z",
        "1767261600000, 2026-01-01T10:00:00Z",
        "1767261600000000, 2026-01-01T10:00:00Z",
        "1.7672616E9, 2026-01-01T10:00:00Z",
    })
    void readsTimestampsOfSeveralForms(String text, Instant expected) {
        assertThat(row("{'timestamp':'" + text + "'}").timestamp()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1767261600, 2026-01-01T10:00:00Z",
        "1767261600.25, 2026-01-01T10:00:00.250Z",
        "1767261600000, 2026-01-01T10:00:00Z",
        "1.7672616E12, 2026-01-01T10:00:00Z",
        "1767261600000000000, 2026-01-01T10:00:00Z",
        "20260101, 2026-01-01T00:00:00Z",
    })
    void readsTimestampsThatAreNumbers(String number, Instant expected) {
        assertThat(row("{'timestamp':" + number + "}").timestamp()).isEqualTo(expected);
        assertThat(row("{'group':{'timestamp':" + number + "}}").timestamp()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"success, true", "SUCCESS, true", "error, false", "Timed-Out, false", "failed, false"})
    void knowsWhetherAStatusIsASuccess(String status, boolean succeeded) {
        assertThat(row("{'status':'" + status + "'}").succeeded()).isEqualTo(succeeded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OK", "completed", "Succeeded", "200", "no error", "pending"})
    void takesAStatusThatItDoesNotKnowForNeither(String status) {
        assertThat(row("{'status':'" + status + "'}").succeeded()).isNull();
    }

    @Test
    void keepsAllButTheFigureThatIsNoNumber() {
        assertThat(row("{'version':'1.0','count':5,'avgLatencyMs':NaN,'p95':[NaN,1],'errorRate':0.5}"))
                .satisfies(row -> {
                    assertThat(row.count()).isEqualTo(5);
                    assertThat(row.errorRate()).isEqualByComparingTo("0.5");
                    assertThat(row.others()).hasToString("{avgLatencyMs=\"NaN\", p95=[\"NaN\",1]}");
                });
    }

    private static MetricsRow row(String json) {
        return Rows.rows(json).get(0);
    }
}

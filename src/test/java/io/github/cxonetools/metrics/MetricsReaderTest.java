package io.github.cxonetools.metrics;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class MetricsReaderTest {

    private static final String ROW =
            "{\"timestamp\":\"2026-01-01T00:00:00Z\",\"status\":\"success\",\"version\":\"1.0.0\",\"count\":%d}";

    @TempDir
    Path folder;

    private final MetricsTenant tenant = new MetricsTenant();
    private final MetricsReader reader = new MetricsReader(tenant.client());

    @AfterEach
    void stop() {
        tenant.close();
    }

    @Test
    void asksForEachIdAndPutsTheRowsTogether() throws Exception {
        tenant.answers(query -> MetricsTenant.rows(ROW.formatted(id(query).equals("a-1") ? 3 : 4)));

        ExecutionMetrics metrics = reader.read("A", query("P1D", Rows.WEEK, "a-1", "a-2"));

        assertThat(tenant.queries()).extracting(MetricsReaderTest::id).containsExactly("a-1", "a-2");
        assertThat(metrics.total().executions()).isEqualTo(7);
        assertThat(metrics.query().window().notes()).isEmpty();
    }

    @Test
    void anEmptyAnswerIsNoFailure() throws Exception {
        tenant.answers(query -> MetricsTenant.rows());

        assertThat(reader.read("A", query("P1D", Rows.WEEK, "a-1")).rows()).isEmpty();
    }

    @Test
    void splitsAWindowThatTheTenantRefusesAndStitchesTheRows() throws Exception {
        MetricsWindow year = window("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
        tenant.answers(query -> length(query).toDays() >= 31
                ? MetricsTenant.refusal("the window must not exceed 31 days")
                : MetricsTenant.rows(ROW.formatted(1)));

        ExecutionMetrics metrics = reader.read("A", query("P1D", year, "a-1"));

        List<JsonNode> accepted = tenant.queries().stream()
                .filter(query -> length(query).toDays() < 31)
                .skip(1) // The smallest piece, asked for only to find out.
                .toList();
        assertThat(metrics.total().executions()).isEqualTo(accepted.size());
        assertThat(accepted.get(0).path("dateFrom").stringValue()).isEqualTo("2025-01-01T00:00:00Z");
        assertThat(accepted.get(accepted.size() - 1).path("dateTo").stringValue())
                .isEqualTo("2026-01-01T00:00:00Z");
        for (int i = 1; i < accepted.size(); i++) {
            assertThat(Duration.between(instant(accepted.get(i - 1), "dateTo"), instant(accepted.get(i), "dateFrom")))
                    .isEqualTo(Duration.ofMillis(1));
        }
        assertThat(metrics.query().window().notes())
                .containsExactly("The tenant refused the whole window: asked for in 17 pieces of 22 days");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void asksForEveryIdInPiecesWhateverTheRefusal(int status) throws Exception {
        MetricsWindow month = window("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
        tenant.answers(query -> length(query).toDays() > 16
                ? new MetricsTenant.Reply(status, "too much")
                : MetricsTenant.rows(ROW.formatted(1)));

        ExecutionMetrics metrics = reader.read("A", query("P1D", month, "a-1", "a-2"));

        assertThat(metrics.total().executions()).isEqualTo(6);
        assertThat(metrics.query().window().notes())
                .containsExactly("The tenant refused the whole window: asked for in 3 pieces of 15 days");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 409})
    void doesNotSplitForAnotherFailure(int status) {
        MetricsWindow month = window("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
        tenant.answers(query -> length(query).toDays() > 16
                ? new MetricsTenant.Reply(status, "no")
                : MetricsTenant.rows(ROW.formatted(1)));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> reader.read("A", query("P1D", month, "a-1")))
                .withMessageContaining("answered " + status);
    }

    @Test
    void doesNotSplitWhereItIsNotTheWindowThatIsRefused() {
        tenant.answers(query -> MetricsTenant.refusal("unknown dimension colour"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> reader.read("A", query("P1D", Rows.WEEK, "a-1")))
                .withMessageContaining("answered 400")
                .withMessageContaining("unknown dimension colour");
        assertThat(tenant.queries()).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWhereTheTenantHasNoSuchEndpoint() {
        tenant.answers(query -> new MetricsTenant.Reply(404, "not found"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> reader.read("A", query("P1D", Rows.WEEK, "a-1")))
                .withMessageContaining("Could not read the metrics")
                .withMessageContaining("/api/v2/analytics/data-actions/details/query answered 404");
    }

    @Test
    void saysWhatIsWrongWhereTheAnswerHoldsNoRows() {
        tenant.answers(query -> new MetricsTenant.Reply(200, "{\"rows\":[]}"));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> reader.read("A", query("P1D", Rows.WEEK, "a-1")))
                .withMessageContaining("data is not an array");
    }

    @Test
    void saysWhatIsWrongWhereTheAnswerIsCut() {
        tenant.answers(query -> new MetricsTenant.Reply(200, "{\"data\":[" + ROW.formatted(1) + ",{"));

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> reader.read("A", query("P1D", Rows.WEEK, "a-1")))
                .withMessageContaining("no JSON");
    }

    @Test
    void findsIdsInTheTenant() throws Exception {
        tenant.has(
                "{\"id\":\"a-1\",\"name\":\"A\",\"version\":\"1.0\"}",
                "{\"id\":\"a-2\",\"name\":\"A\",\"version\":\"1.1\"}");

        assertThat(ids().of("A")).containsExactly("a-1", "a-2");
    }

    @Test
    void findsIdsInReceiptsWhereTheTenantCannotBeRead() throws Exception {
        tenant.cannotBeRead();
        Files.writeString(
                folder.resolve("receipts.json"), """
                {"receipts": [{"baseUrl": "%s", "action": "A", "version": "1.0", "id": "r-1"}]}
                """.formatted(tenant.client().baseUrl()));

        assertThat(ids().of("A")).containsExactly("r-1");
        assertThat(ids().nameOf("r-1")).isEqualTo("A");
        assertThat(ids().nameOf("r-2")).isEqualTo("r-2");
    }

    @Test
    void saysWhatToDoWhereNeitherTenantNorReceiptsKnowTheAction() {
        tenant.cannotBeRead();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ids().of("A"))
                .withMessageContaining("cannot be read")
                .withMessageContaining("no receipt names A. Set cxone.receipts to the receipts of the build");
    }

    @Test
    void saysThatTheTenantHasNoSuchAction() {
        tenant.has();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ids().of("A"))
                .withMessageContaining("has no action A, so there are no metrics of it. Deploy it first");
    }

    private ActionIds ids() {
        return new ActionIds(
                tenant.client(),
                Receipts.open(folder.resolve("receipts.json"), tenant.client().baseUrl()));
    }

    private static MetricsQuery query(String interval, MetricsWindow window, String... ids) {
        return new MetricsQuery(List.of(ids), window, interval, MetricsQuery.STATUS_AND_VERSION);
    }

    private static MetricsWindow window(String from, String to) {
        return new MetricsWindow(Instant.parse(from), Instant.parse(to), List.of());
    }

    private static String id(JsonNode query) {
        return query.path("filters").path(0).path("value").stringValue();
    }

    private static Duration length(JsonNode query) {
        return Duration.between(instant(query, "dateFrom"), instant(query, "dateTo"));
    }

    private static Instant instant(JsonNode query, String member) {
        return Instant.parse(query.path(member).stringValue());
    }
}

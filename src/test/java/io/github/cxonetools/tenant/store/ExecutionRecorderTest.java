package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ExecutionRecorderTest {

    private static final ExecutionStore.ExecutionFilter ANY =
            new ExecutionStore.ExecutionFilter(0, Long.MAX_VALUE, null, null, null, null);

    private static final TenantAction ACTION =
            new TenantAction("id-1", "Echo", "1.0.0", false, "{}", "{}", "http://127.0.0.1:1/", 5000, null, 1);

    @TempDir
    private Path folder;

    private Database database;
    private ExecutionRecorder recorder;

    @BeforeEach
    void start() throws Exception {
        database = Database.open(TenantDirectory.open(folder.resolve("tenant")), "0.1.0");
        recorder = ExecutionRecorder.start(database);
    }

    @AfterEach
    void stop() {
        recorder.close();
        database.close();
    }

    /** Were its thread to end, every later execution would wait for ever. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anErrorEndsOneExecutionOnly() throws Exception {
        assertThat(recorder.record(execution(Json.object()))).isEqualTo(1);

        for (Error error : new Error[] {new OutOfMemoryError("Java heap space"), new StackOverflowError()}) {
            assertThatExceptionOfType(UnavailableException.class)
                    .isThrownBy(() -> recorder.record(execution(new Failing(error))))
                    .withMessageStartingWith("The execution was not recorded. ")
                    .withMessageContaining(error.getClass().getName());
        }

        assertThat(recorder.record(execution(Json.object()))).isEqualTo(2);
        assertThat(new ExecutionStore(database).latest(ANY, 10)).hasSize(2);
    }

    private static ExecutionRecord execution(JsonNode output) {
        return new ExecutionRecord(
                ACTION, Instant.EPOCH, "{}".getBytes(StandardCharsets.UTF_8), ExecutionResult.success(output, 1));
    }

    /** An answer that there is no memory to write out. */
    private static final class Failing extends ObjectNode {

        private static final long serialVersionUID = 1;

        private final Error error;

        Failing(Error error) {
            super(JsonNodeFactory.instance);
            this.error = error;
        }

        @Override
        public Set<Map.Entry<String, JsonNode>> properties() {
            throw error;
        }
    }
}

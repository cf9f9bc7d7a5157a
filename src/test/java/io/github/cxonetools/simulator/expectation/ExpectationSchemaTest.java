package io.github.cxonetools.simulator.expectation;

import io.github.cxonetools.ReportSchemas;
import io.github.cxonetools.action.ExecutionResult;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import io.github.cxonetools.simulator.fixture.Fixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** An expectation file is refused by its schema where the simulator refuses it. */
class ExpectationSchemaTest {

    private static final PayloadValidator SCHEMA = PayloadValidator.of(ReportSchemas.of("expectation"));

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'success'}",
                "{'$schema':'../schemas/expectation.schema.json','status':'success','output':{'a':'${json-unit.any-string}'}}",
                "{'status':'success','output':null,'latency_ms':0.41}",
                "{'status':'success','latency_ms':'${json-unit.any-number}'}",
                "{'status':'error'}",
                "{'status':'error','type':'runtime','message':'no queue'}",
                "{'status':'error','type':'validation','message':'${json-unit.regex}^input: .*'}",
            })
    void bothTakeIt(String text) throws Exception {
        JsonNode expectation = Json.read(text.replace('\'', '"'));

        assertThat(isRefused(expectation)).isFalse();
        assertThat(SCHEMA.validate(expectation)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "'success'",
                "{}",
                "{'status':'ok'}",
                "{'status':null}",
                "{'status':'success','outputs':{}}",
                "{'status':'success','latencyMs':1}",
                "{'status':'error','output':{}}",
                "{'status':'error','message':''}",
                "{'status':'error','message':' '}",
            })
    void bothRefuseIt(String text) throws Exception {
        JsonNode expectation = Json.read(text.replace('\'', '"'));

        assertThat(isRefused(expectation)).isTrue();
        assertThat(SCHEMA.validate(expectation)).isNotEmpty();
    }

    /** No result could ever be so; the simulator says that when it compares. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'status':'success','type':'runtime'}",
                "{'status':'success','message':'x'}",
                "{'status':'error','type':'timeout'}",
            })
    void whatCannotHoldIsRefusedByTheSchema(String text) {
        assertThat(SCHEMA.validate(Json.read(text.replace('\'', '"')))).isNotEmpty();
    }

    @Test
    void whatIsForEditorsIsNotCompared() throws Exception {
        Fixture fixture = fixture(Json.read("{\"$schema\": \"x\", \"status\": \"success\"}"));

        assertThat(Expectation.of(fixture).differences(ExecutionResult.success(Json.object(), 1.0)))
                .isEmpty();
    }

    private boolean isRefused(JsonNode expectation) throws Exception {
        Fixture fixture = fixture(expectation);
        return Expectation.of(fixture).differences(ExecutionResult.success(Json.object(), 1.0)).stream()
                .anyMatch(failure -> failure.text().startsWith(fixture.expectation() + ": "));
    }

    private Fixture fixture(JsonNode expectation) throws Exception {
        Path file = directory.resolve("a.expected.json");
        Files.writeString(file, Json.compact(expectation));
        return new Fixture("A", "a", directory.resolve("a.json"), file);
    }
}

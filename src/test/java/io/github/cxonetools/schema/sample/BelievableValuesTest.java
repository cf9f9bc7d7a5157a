package io.github.cxonetools.schema.sample;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.PayloadValidator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class BelievableValuesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "customerEmail | {\"type\":\"string\"} | \"ada.lovelace@example.com\"",
                "contact_id | {\"type\":\"string\"} | \"C-10482\"",
                "customer_phone | {\"type\":\"string\",\"pattern\":\"^[+][0-9]{7,15}$\"} | \"+15550100199\"",
                "firstName | {\"type\":\"string\"} | \"Ada\"",
                "sentiment_score | {\"type\":[\"number\",\"null\"],\"minimum\":-1,\"maximum\":1} | 0.42",
                "retries | {\"type\":\"integer\",\"minimum\":0,\"maximum\":10} | 3",
                "strength | {\"type\":\"integer\",\"minimum\":0,\"maximum\":50} | 25",
                "createdAt | {\"type\":\"string\",\"format\":\"date-time\"} | \"2026-03-14T09:30:00Z\"",
                "due | {\"type\":\"string\",\"format\":\"date\"} | \"2026-03-14\"",
                "tags | {\"type\":\"array\",\"items\":{\"type\":\"string\"}} | [\"delivery\"]",
                "oddThing | {\"type\":\"string\"} | \"sample odd thing\"",
                "odd | {\"type\":\"string\",\"minLength\":12,\"maxLength\":15} | \"sample odd samp\"",
                "anything | {\"type\":\"string\",\"examples\":[\"a known one\"]} | \"a known one\"",
                "channel | {\"type\":\"string\",\"enum\":[\"sms\",\"chat\"]} | \"sms\"",
                "address | {\"type\":\"object\",\"properties\":{\"zip\":{\"type\":\"string\"}}} | {\"zip\":\"12345\"}",
            })
    void takesWhatNameFormatAndBoundsLetOneExpect(String name, String schema, String expected) {
        JsonNode object = Json.read("{\"type\":\"object\",\"properties\":{\"" + name + "\":" + schema + "}}");

        List<PayloadSample> samples = BelievableValues.samples(object, 5);

        assertThat(samples.get(0).what()).isEqualTo("everything");
        assertThat(Json.compact(samples.get(0).payload().get(name))).isEqualTo(expected);
    }

    @Test
    void changesNothingThatASampleTries() {
        JsonNode schema = Json.read("{\"type\":\"object\",\"required\":[\"name\"],\"properties\":{"
                + "\"name\":{\"type\":\"string\",\"minLength\":2,\"maxLength\":30},\"email\":{\"type\":\"string\"},"
                + "\"channel\":{\"type\":\"string\",\"enum\":[\"chat\",\"sms\"]}}}");
        PayloadValidator validator = PayloadValidator.of(schema);

        List<PayloadSample> samples = BelievableValues.samples(schema, 60);

        assertThat(samples).allSatisfy(each -> assertThat(validator.validate(each.payload()))
                .isEmpty());
        assertThat(samples)
                .filteredOn(each -> each.what().equals("/channel: \"sms\""))
                .extracting(each -> Json.compact(each.payload()))
                .containsExactly(
                        "{\"name\":\"Ada Lovelace\",\"email\":\"ada.lovelace@example.com\",\"channel\":\"sms\"}");
        assertThat(samples)
                .filteredOn(each -> each.what().equals("/email: left out"))
                .extracting(each -> Json.compact(each.payload()))
                .containsExactly("{\"name\":\"Ada Lovelace\",\"channel\":\"chat\"}");
        assertThat(samples)
                .extracting(each -> each.payload().path("name").asString().length())
                .contains(2, 30);
    }

    @Test
    void keepsWhatWasDerivedWhereTheWholeWouldNoLongerHold() {
        JsonNode schema = Json.read(
                "{\"type\":\"object\",\"properties\":{\"email\":{\"type\":\"string\"}},"
                        + "\"not\":{\"properties\":{\"email\":{\"const\":\"ada.lovelace@example.com\"}},\"required\":[\"email\"]}}");

        assertThat(BelievableValues.samples(schema, 3)).isNotEmpty().allSatisfy(each -> assertThat(
                        PayloadValidator.of(schema).validate(each.payload()))
                .isEmpty());
    }
}

package io.github.cxonetools.metrics;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.MaskedTexts;
import io.github.cxonetools.text.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;

import static org.assertj.core.api.Assertions.assertThat;

class PlainRowsTest {

    private final Secrets secrets = new Secrets();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{'timestamp':'2026-01-01T00:00:00Z','status':'success','version':'1.0.0','count':120,'avgLatencyMs':41.50,'errorRate':0.0}",
                " { 'count' : 0 , 'version':'1' } ,\n{'errorRate':1,'avgLatencyMs':0}",
                "{'timestamp':'2026-01-01T10:00:00.250+02:00','count':1},{'timestamp':'2026-01-01T10:00:00.250+02:00'}",
                "{'avgLatencyMs':41.234567890123456,'errorRate':0.0000123456789012345},{'avgLatencyMs':999999999999.5}",
                "{'status':'error','version':'say ~ <b>&amp;','count':1000000000000}",
            })
    void readsTheUsualFormAsAParserDoes(String rows) {
        byte[] answer = answer(rows);

        assertThat(PlainRows.read(answer, new MaskedTexts(secrets))).isEqualTo(parsed(answer));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "{}",
                "{'other':1}",
                "{'count':1,'count':2}",
                "{'status':null}",
                "{'status':' '}",
                "{'status':'\\u0041'}",
                "{'status':'ä'}",
                "{'status':'a\tb'}",
                "{'count':-1}",
                "{'count':01}",
                "{'count':1.5}",
                "{'count':1e3}",
                "{'count':'1'}",
                "{'count':1000000000001}",
                "{'count':99999999999999999999999}",
                "{'errorRate':1.5}",
                "{'errorRate':1.}",
                "{'avgLatencyMs':.5}",
                "{'avgLatencyMs':NaN}",
                "{'avgLatencyMs':1234567890123}",
                "{'timestamp':'yesterday'}",
                "{'timestamp':1767225600}",
                "{'count':1},",
                "{'count':1",
                "{'count':",
                "{'cou",
            })
    void leavesEveryOtherFormToTheParser(String rows) {
        assertThat(PlainRows.read(answer("{'count':1}," + rows), new MaskedTexts(secrets)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"data\":{}}", "{\"data\":[]", "{\"data\":[]}}", "{\"total\":0,\"data\":[]}"})
    void leavesAnAnswerOfAnotherFormToTheParser(String answer) {
        assertThat(PlainRows.read(answer.getBytes(StandardCharsets.UTF_8), new MaskedTexts(secrets)))
                .isNull();
    }

    @Test
    void whateverBytesAreChangedItReadsWhatAParserReadsOrNothing() {
        byte[] usual = answer("{'timestamp':'2026-01-01T00:00:00Z','status':'success','version':'1.0','count':12},"
                + "{'timestamp':'2026-01-01T00:01:00Z','status':'error','avgLatencyMs':0.5,'errorRate':0.25}");
        String alphabet = "{}[]\"\\:,.0123456789eE+- \t\nnulltrue";
        Random random = new Random(5);
        int read = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] changed = usual.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
            }
            List<MetricsRow> rows = PlainRows.read(changed, new MaskedTexts(secrets));
            if (rows != null) {
                read++;
                assertThat(rows).as(new String(changed, StandardCharsets.UTF_8)).isEqualTo(parsed(changed));
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    @Test
    void masksSecrets() {
        secrets.add("s3cr3t-of-this-test");

        assertThat(PlainRows.read(
                        answer("{'status':'no s3cr3t-of-this-test','version':'1'}"), new MaskedTexts(secrets)))
                .singleElement()
                .satisfies(row -> assertThat(row.status()).isEqualTo("no ***"));
    }

    private static byte[] answer(String rows) {
        return ("{'data':[" + rows + "]}").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** What {@link RowReader} makes of it, of whose answers nothing may be left over. */
    private List<MetricsRow> parsed(byte[] answer) {
        List<MetricsRow> rows = new ArrayList<>();
        try (JsonParser parser = Json.parser(answer)) {
            parser.nextToken();
            assertThat(parser.nextName()).isEqualTo("data");
            parser.nextToken();
            rows.addAll(MetricsRow.readAll(parser));
            parser.nextToken();
            assertThat(parser.nextToken()).isNull();
        }
        return rows;
    }
}

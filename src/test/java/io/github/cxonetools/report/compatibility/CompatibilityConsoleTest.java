package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.report.CompatibilitySamples;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A comparison as a console shows it. */
class CompatibilityConsoleTest {

    @Test
    void whatBreaksIsABlock() throws Exception {
        assertThat(String.join("\n", CompatibilityConsole.lines(CompatibilitySamples.routing(), ConsoleStyle.PLAIN)))
                .isEqualTo("""
                SentimentRoutingAction 1.4.0 -> 1.5.0-SNAPSHOT, against com.example:routing:1.4.0 (central): needs 2.0.0
                  input   breaks  /channel_type: enum lost "fax"                          InteractionEvent.channelType
                                  1.4.0 accepts and this refuses  {"interaction_id":"","channel_type":"fax"}
                  output  ok      needs 1.5.0: /confidence_score is new
                  To accept it: <acceptedBreak><action>SentimentRoutingAction</action><side>input</side><pointer>/channel_type</pointer><code>enum</code><reason>why</reason></acceptedBreak>""");
    }

    @Test
    void theRestIsALine() throws Exception {
        assertThat(CompatibilityConsole.lines(CompatibilitySamples.widened(), ConsoleStyle.PLAIN))
                .containsExactly(
                        "Widened 1.4.0 -> 1.5.0-SNAPSHOT, against com.example:routing:1.4.0 (central): compatible, "
                                + "needs 1.5.0 (input: /channel_type: enum gained \"sms\")");
        assertThat(CompatibilityConsole.lines(CompatibilitySamples.unchanged(), ConsoleStyle.PLAIN))
                .containsExactly("Unchanged 1.4.0 -> 1.4.0, against com.example:routing:1.4.0 (central): unchanged");
    }

    @Test
    void aBreakWhoseVersionHasRisenIsToldAndNeedsNoSnippet() throws Exception {
        ActionCompatibility low = CompatibilitySamples.routing();
        ActionCompatibility risen = new ActionCompatibility(
                low.action(),
                low.before(),
                "2.0.0",
                low.baseline(),
                low.sides(),
                List.of(),
                List.of(),
                low.bump(),
                low.needed());

        assertThat(CompatibilityConsole.lines(risen, ConsoleStyle.PLAIN))
                .noneSatisfy(line -> assertThat(line).contains("<acceptedBreak>"))
                .anySatisfy(line -> assertThat(line).contains("breaks  /channel_type: enum lost"))
                .first()
                .asString()
                .endsWith("(central): breaks, and has the 2.0.0 that it needs");
    }

    @Test
    void whatNobodyCanDecideSaysWhy() throws Exception {
        assertThat(CompatibilityConsole.lines(CompatibilitySamples.undecided(), ConsoleStyle.PLAIN))
                .element(1)
                .asString()
                .startsWith("  input   undecided /: ")
                .contains("$ref");
    }

    @Test
    void whatIsAcceptedNeedsNoSnippet() throws Exception {
        AcceptedBreak accepted =
                new AcceptedBreak("SentimentRoutingAction", "input", "/channel_type", "enum", "nobody faxes", null);

        assertThat(CompatibilityConsole.lines(CompatibilitySamples.routing(accepted), ConsoleStyle.PLAIN))
                .anySatisfy(line -> assertThat(line.strip()).isEqualTo("accepted"))
                .noneSatisfy(line -> assertThat(line).contains("<acceptedBreak>"));
    }

    @Test
    void noLineObeysWhatItShows() {
        assertThat(CompatibilityConsole.lines(CompatibilitySamples.hostile(), ConsoleStyle.PLAIN))
                .allSatisfy(line -> assertThat(line).doesNotContain("\n", "\r", "\u001B", "\u0000"));
    }

    @Test
    void whatBreaksIsRedWhereThereIsColourAndTheWordsStay() throws Exception {
        ConsoleStyle coloured = new ConsoleStyle(true, true, 120);

        List<String> lines = CompatibilityConsole.lines(CompatibilitySamples.routing(), coloured);

        assertThat(lines.get(0)).startsWith("\u001b[31m");
        assertThat(lines.stream().map(ConsoleStyle::plain).toList())
                .isEqualTo(CompatibilityConsole.lines(CompatibilitySamples.routing(), ConsoleStyle.PLAIN));
        assertThat(CompatibilityConsole.lines(CompatibilitySamples.unchanged(), coloured)
                        .get(0))
                .startsWith("\u001b[32m");
    }
}

package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.report.CompatibilitySamples;
import io.github.cxonetools.report.ConsoleGoldens;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.util.ArrayList;
import java.util.Collections;
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
    void keepsToTheWidthOfTheConsole() throws Exception {
        AcceptedBreak accepted =
                new AcceptedBreak("SentimentRoutingAction", "input", "/channel_type", "enum", "nobody faxes", null);
        List<ActionCompatibility> results = List.of(
                CompatibilitySamples.routing(),
                CompatibilitySamples.routing(accepted),
                CompatibilitySamples.undecided(),
                CompatibilitySamples.widened(),
                CompatibilitySamples.longPayload(),
                CompatibilitySamples.unchanged());

        ConsoleGoldens.hold(
                "check", log -> CompatibilityConsole.lines(results, log.style()).forEach(log::info));
    }

    /** Whoever has mended ten sees the others next time. */
    @Test
    void showsTenActionsThatFailAndTheOthersByCause() throws Exception {
        List<ActionCompatibility> results = new ArrayList<>(Collections.nCopies(12, CompatibilitySamples.routing()));
        results.addAll(Collections.nCopies(3, CompatibilitySamples.undecided()));
        results.add(CompatibilitySamples.widened());

        List<String> lines = CompatibilityConsole.lines(results, ConsoleStyle.PLAIN);

        assertThat(lines).filteredOn(line -> line.contains("needs 2.0.0")).hasSize(10);
        assertThat(lines.subList(lines.size() - 4, lines.size()))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Widened 1.4.0 -> 1.5.0-SNAPSHOT"),
                        line -> assertThat(line).isEqualTo("x 5 more failed, by cause:"),
                        line -> assertThat(line).startsWith("    3  input /: "),
                        line -> assertThat(line)
                                .isEqualTo("    2  input /channel_type: enum lost \"fax\""
                                        + "   SentimentRoutingAction 1.5.0-SNAPSHOT"));
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

        assertThat(CompatibilityConsole.lines(risen, new ConsoleStyle(true, true, 120)))
                .as("only what is bad is red")
                .noneSatisfy(line -> assertThat(line).contains("\u001b[31m"));
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

package io.github.cxonetools.deployment.promotion;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PromotedHandlersTest {

    private static final String USE = ". Use one like https://actions.example.com/{name}";

    @Test
    void nameAndVersionAreReplaced() throws Exception {
        assertThat(urls("https://{name}.example.com/{version}/{name}?v={version}", Map.of(), Map.of(), "A", "B"))
                .containsExactly("https://A.example.com/1.0+b/A?v=1.0+b", "https://B.example.com/1.0+b/B?v=1.0+b");
    }

    @Test
    void anActionsOwnUrlComesFirstAndThePomsLast() throws Exception {
        Map<String, String> own = Map.of("A", "https://own.example.com/{name}");
        Map<String, String> pom = Map.of("A", "https://pom.example.com/a", "B", "https://pom.example.com/b");

        assertThat(urls("https://all.example.com/{name}", own, pom, "A", "B"))
                .containsExactly("https://own.example.com/A", "https://all.example.com/B");
        assertThat(urls(null, own, pom, "A", "B"))
                .containsExactly("https://own.example.com/A", "https://pom.example.com/b");
    }

    @Test
    void whatEndsAPathIsEncoded() throws Exception {
        Contract contract = new Contract("A", "1.0 #?/x", null, 5000, Json.read("{}"), Json.read("{}"));

        assertThat(new PromotedHandlers("https://a.example.com/{version}", Map.of(), Map.of())
                        .of(List.of(contract), List.of("A")))
                .extracting(action -> String.valueOf(action.handlerUrl()))
                .containsExactly("https://a.example.com/1.0%20%23%3F%2Fx");
    }

    @Test
    void everyActionWithoutAUrlIsNamed() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> urls(null, Map.of(), Map.of("B", "https://b.example.com/"), "A", "B", "C"))
                .withMessage(
                        "Not every action can be promoted (2 findings):\n  - A has no handlerUrl in the target. Say"
                                + " where its handler listens there: -Dcxone.handlerUrl=https://actions.example.com/{name}, or"
                                + " <handlerUrls> in a POM\n  - C has no handlerUrl in the target. Say where its handler listens"
                                + " there: -Dcxone.handlerUrl=https://actions.example.com/{name}, or <handlerUrls> in a POM");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://a.example.com/{Name}  | has {Name}, and what is replaced is {name} and {version}
            https://a.example.com/{action}| has {action}, and what is replaced is {name} and {version}
            https://a.example.com/{name   | is not a URL (Illegal character in path)
            https://a.example.com/a b     | is not a URL (Illegal character in path)
            """)
    void aTemplateThatGivesNoUrlIsRefused(String template, String problem) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> urls(template, Map.of(), Map.of(), "A"))
                .withMessage("A: cxone.handlerUrl " + problem + USE);
    }

    @Test
    void aUrlThatCXoneCannotCallIsRefusedAsInAPom() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> urls("http://a.example.com/{name}", Map.of(), Map.of(), "A"))
                .withMessageStartingWith("A: handlerUrl \"http://a.example.com/A\" is plain HTTP");
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> urls("{name}", Map.of(), Map.of(), "A"))
                .withMessageContaining("is not an absolute HTTPS URL");
    }

    @Test
    void aNameThatTheArtifactDoesNotHaveIsMistyped() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> urls(null, Map.of("Gretting", "https://a.example.com/"), Map.of(), "Greeting"))
                .withMessageContaining(
                        "handlerUrls has Gretting, and the artifact has no such action. Did you mean Greeting?");
    }

    @Test
    void oneUrlForSeveralIsAllowedAndSaid() throws Exception {
        List<ActionDefinition> actions = actions("https://a.example.com/?code=KEY", Map.of(), Map.of(), "A", "B");

        assertThat(PromotedHandlers.shared(actions))
                .containsExactly("A and B have one handlerUrl, https://a.example.com/?code=***; {name} in it would tell"
                        + " them apart");
        assertThat(PromotedHandlers.shared(actions("https://a.example.com/{name}", Map.of(), Map.of(), "A", "B")))
                .isEmpty();
    }

    private static List<String> urls(String template, Map<String, String> own, Map<String, String> pom, String... names)
            throws Exception {
        return actions(template, own, pom, names).stream()
                .map(action -> String.valueOf(action.handlerUrl()))
                .toList();
    }

    private static List<ActionDefinition> actions(
            String template, Map<String, String> own, Map<String, String> pom, String... names) throws Exception {
        List<Contract> contracts = Stream.of(names)
                .map(name -> new Contract(name, "1.0+b", "d", 5000, Json.read("{}"), Json.read("{}")))
                .toList();
        return new PromotedHandlers(template, own, pom).of(contracts, List.of(names));
    }
}

package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.CompatibilityRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a module leaves for later is done by the rules that it would have been done by. */
class PlanRulesTest {

    private static final AcceptedBreak OWN =
            new AcceptedBreak("A", "input", "/c~1d", "enum", "nobody says \"fax\", or ü", "1.4.0");
    private static final AcceptedBreak OTHER = new AcceptedBreak("B", "output", "/", "type", "unused", null);

    @Test
    void whatIsNotSetIsNotDeferred() {
        assertThat(rules(CompatibilityRules.DEFAULT).texts())
                .containsOnlyKeys("allowSnapshots", "updateRelease", "assumeAbsent");
    }

    @Test
    void howContractsAreComparedIsPartOfWhatDecides() {
        assertThat(rules(new CompatibilityRules(CompatibilityPolicy.STRICT, true, false, List.of()))
                        .texts())
                .containsEntry("compatibility", "strict")
                .containsEntry("undeclaredProperties", "compare")
                .containsEntry("onUndecided", "warn");
    }

    @Test
    void theBreaksThatAModuleAcceptsAreItsOwn() throws Exception {
        PlanRules left = rules(accepting(List.of(OWN, OTHER)));
        PlanRules going = rules(accepting(List.of(OTHER)));

        PlanRules its = going.of(left.texts());

        assertThat(its.compatibility().acceptedBreaks()).containsExactly(OWN, OTHER);
        assertThat(its.texts()).isEqualTo(left.texts());
        assertThat(going.of(rules(CompatibilityRules.DEFAULT).texts())
                        .compatibility()
                        .acceptedBreaks())
                .isEmpty();
    }

    @Test
    void acceptedBreaksThatCannotBeReadAreRefused() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> rules(CompatibilityRules.DEFAULT).of(new TreeMap<>(Map.of("acceptedBreaks", "[{"))))
                .withMessageStartingWith("The accepted breaks that a module has deferred");
        assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> rules(CompatibilityRules.DEFAULT)
                .of(new TreeMap<>(Map.of("acceptedBreaks", "[{\"side\": 1}]"))));
    }

    private static CompatibilityRules accepting(List<AcceptedBreak> breaks) {
        return CompatibilityRules.DEFAULT.accepting(breaks);
    }

    private static PlanRules rules(CompatibilityRules compatibility) {
        return new PlanRules(4, false, false, false, null, compatibility, (action, side, pointer) -> null);
    }
}

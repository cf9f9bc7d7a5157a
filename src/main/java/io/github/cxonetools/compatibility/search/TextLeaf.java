package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Evaluation;
import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.text.Expression;
import io.github.cxonetools.compatibility.text.TextLimitException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Makes a text of some patterns and lengths, and not of others. */
final class TextLeaf implements Leaf {

    /** Longer ones are found only where no pattern is asked for. */
    private static final int MAX_SEARCHED = 4_000;

    private static final int MAX_LENGTH = 2_100_000;

    /** Texts that are tried against a pattern that is beyond expressions. */
    private static final int TRIES = 20;

    private static final int COST = 50;

    private static final KnownTexts KNOWN = new KnownTexts();

    private final WitnessSearch search;

    TextLeaf(WitnessSearch search) {
        this.search = search;
    }

    @Override
    public BranchResult answer(List<Fact> facts) {
        search.steps().take(COST);
        Count length = length(facts);
        if (length.isEmpty()) {
            return BranchResult.none(length.reasons());
        }
        if (length.least() > MAX_SEARCHED) {
            return longText(facts, length.least());
        }
        Set<KnownTexts.Claim> claims = KnownTexts.claims(facts);
        Optional<String> known = KNOWN.get(claims);
        if (known != null) {
            return known.map(TextLeaf::found).orElseGet(() -> BranchResult.none(Fact.reasons(facts)));
        }
        BranchResult answer = searched(facts);
        if (answer.value() != null) {
            KNOWN.put(claims, Optional.of(answer.value().stringValue()));
        } else if (answer.conflict() != null) {
            KNOWN.put(claims, Optional.empty());
        }
        return answer;
    }

    private BranchResult searched(List<Fact> facts) {
        List<Expression> parts = new ArrayList<>();
        List<Literal> beyond = new ArrayList<>();
        for (Fact fact : facts) {
            Optional<Expression> part = search.texts().of(fact.literal());
            part.ifPresentOrElse(parts::add, () -> beyond.add(fact.literal()));
        }
        try {
            return find(facts, parts, beyond);
        } catch (TextLimitException e) {
            return BranchResult.unknown("its patterns take too many steps to compare");
        } catch (Evaluation.UnknownException e) {
            return BranchResult.unknown("a pattern cannot be matched in a bounded number of steps");
        }
    }

    private BranchResult find(List<Fact> facts, List<Expression> parts, List<Literal> beyond) {
        Texts texts = search.texts();
        for (int tries = 0; tries < TRIES; tries++) {
            String text = texts.find(parts).orElse(null);
            if (text == null) {
                return tries == 0 ? BranchResult.none(Fact.reasons(facts)) : BranchResult.unknown(unknown(beyond));
            }
            if (beyond.stream().allMatch(literal -> fits(literal, text))) {
                return found(text);
            }
            parts.add(texts.otherThan(text));
        }
        return BranchResult.unknown(unknown(beyond));
    }

    private static BranchResult found(String text) {
        return BranchResult.found(JsonNodeFactory.instance.stringNode(text));
    }

    private static String unknown(List<Literal> beyond) {
        Formula formula = beyond.get(0).formula();
        return "the pattern " + ((Formula.Matches) formula).pattern() + " is beyond what can be compared";
    }

    private boolean fits(Literal literal, String text) {
        return search.evaluation().fits(literal.formula(), text) == literal.isPositive();
    }

    private static Count length(List<Fact> facts) {
        Count count = new Count();
        for (Fact fact : facts) {
            if (fact.literal().formula() instanceof Formula.Length length) {
                count.add(fact, length.least(), length.most());
            }
        }
        return count;
    }

    private BranchResult longText(List<Fact> facts, int least) {
        @Nullable JsonNode text = least > MAX_LENGTH ? null : JsonNodeFactory.instance.stringNode("a".repeat(least));
        for (Fact fact : facts) {
            if (text != null
                    && search.evaluation().holds(fact.literal().formula(), text)
                            != fact.literal().isPositive()) {
                text = null;
            }
        }
        return text == null ? BranchResult.unknown("its texts are too long to be searched") : BranchResult.found(text);
    }
}

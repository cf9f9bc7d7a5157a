package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.text.Expression;
import io.github.cxonetools.compatibility.text.Expressions;
import io.github.cxonetools.compatibility.text.PatternExpressions;
import io.github.cxonetools.compatibility.text.TextLimitException;
import io.github.cxonetools.compatibility.text.TextSearch;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The texts of one search: what is said about them, as expressions, and those that were found. */
final class Texts {

    private final Expressions expressions = new Expressions();
    private final PatternExpressions patterns = new PatternExpressions(expressions);
    private final TextSearch search = new TextSearch(expressions);
    private final Map<Formula, Expression> values = new IdentityHashMap<>();
    private final Map<Expression, FoundText> found = new HashMap<>();

    /** What a search has found, unless it took too many steps. */
    private record FoundText(
            Optional<String> text, @Nullable TextLimitException limit) {}

    /** Nothing where a pattern is beyond expressions. */
    Optional<Expression> of(Literal literal) {
        Expression expression = null;
        if (literal.formula() instanceof Formula.Length length) {
            expression = expressions.length(length.least(), length.most());
        } else if (literal.formula() instanceof Formula.OneOf oneOf) {
            expression = values.computeIfAbsent(oneOf, key -> oneOf(oneOf));
        } else if (literal.formula() instanceof Formula.Matches matches) {
            expression = patterns.of(matches.pattern()).orElse(null);
        }
        return Optional.ofNullable(expression).map(each -> literal.isPositive() ? each : expressions.not(each));
    }

    private Expression oneOf(Formula.OneOf oneOf) {
        return expressions.or(oneOf.values().stream()
                .filter(JsonNode::isString)
                .map(value -> expressions.text(value.stringValue()))
                .toList());
    }

    Expression otherThan(String text) {
        return expressions.not(expressions.text(text));
    }

    /**
     * A text of all of them, if there is one.
     *
     * @throws TextLimitException where that takes too many steps to find out
     */
    Optional<String> find(List<Expression> all) {
        Expression expression = expressions.and(all);
        FoundText known = found.get(expression);
        if (known == null) {
            known = search(expression);
            found.put(expression, known);
        }
        if (known.limit != null) {
            throw known.limit;
        }
        return known.text;
    }

    private FoundText search(Expression expression) {
        try {
            return new FoundText(search.find(expression), null);
        } catch (TextLimitException e) {
            return new FoundText(Optional.empty(), e);
        }
    }
}

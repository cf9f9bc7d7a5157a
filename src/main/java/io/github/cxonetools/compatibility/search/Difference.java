package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Document;
import io.github.cxonetools.compatibility.formula.Formula;
import io.github.cxonetools.compatibility.formula.Formulas;
import io.github.cxonetools.compatibility.formula.UnreadableSchemaException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What one schema accepts and another refuses.
 *
 * @param value a value of that kind that was found, not yet asked of a validator; or null
 * @param empty whether it was proven that there is none
 * @param unknown why neither is known, as a clause; or null
 * @param readable whether both schemas are draft-07 with references into themselves alone
 */
public record Difference(
        @Nullable JsonNode value, boolean empty, @Nullable String unknown, boolean readable) {

    /** About a second on a slow machine. */
    private static final long STEPS = 300_000;

    /** How {@code unknown} begins where the schema that accepts cannot be read. */
    public static final String FIRST = "the first schema ";

    /** How {@code unknown} begins where the schema that refuses cannot be read. */
    public static final String SECOND = "the second schema ";

    /** Searches what {@code accepting} accepts and {@code refusing} refuses. */
    public static Difference of(JsonNode accepting, JsonNode refusing) {
        Difference[] found = {unknown("the search has failed")};
        DeepStack.run(() -> found[0] = Thread.currentThread().isInterrupted()
                ? unknown("the search was interrupted")
                : searched(accepting, refusing));
        return found[0];
    }

    private static Difference searched(JsonNode accepting, JsonNode refusing) {
        try {
            Formulas formulas = new Formulas();
            Formula holds = read(FIRST, accepting, formulas);
            Formula fails = read(SECOND, refusing, formulas);
            WitnessSearch search = new WitnessSearch(formulas, new Steps(STEPS));
            SearchResult outcome = search.search(
                    List.of(search.literals().of(holds, true), search.literals().of(fails, false)));
            return new Difference(outcome.value(), outcome.conflict() != null, outcome.unknown(), true);
        } catch (UnreadableSchemaException e) {
            return new Difference(null, false, e.getMessage(), false);
        } catch (Steps.LimitException e) {
            return unknown("it takes more than " + STEPS + " steps to decide");
        } catch (StackOverflowError e) {
            return unknown("it is nested too deeply");
        } catch (RuntimeException | OutOfMemoryError e) {
            return unknown("the search has failed");
        }
    }

    private static Formula read(String which, JsonNode schema, Formulas formulas) {
        try {
            return Document.read(schema, formulas);
        } catch (UnreadableSchemaException e) {
            throw new UnreadableSchemaException(which + e.getMessage());
        }
    }

    private static Difference unknown(String reason) {
        return new Difference(null, false, reason, true);
    }
}

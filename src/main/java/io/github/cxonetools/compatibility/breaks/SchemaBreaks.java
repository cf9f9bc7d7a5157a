package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.compatibility.inclusion.Inclusion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Finds every place where a schema refuses what another accepts: each is mended when it is found, until none is left. */
public final class SchemaBreaks {

    /** More are not told one by one. */
    private static final int MOST = 100;

    private SchemaBreaks() {}

    /**
     * All breaks; none where it is proven that {@code refusing} accepts all that {@code accepting} does.
     *
     * @param asked the payloads that count: {@code accepting}, or a part of what it accepts
     * @param acceptingIsOlder what changes are told from
     */
    public static List<SchemaBreak> find(
            JsonNode accepting, JsonNode asked, JsonNode refusing, boolean acceptingIsOlder) {
        List<SchemaBreak> breaks = new ArrayList<>();
        JsonNode mended = refusing.deepCopy();
        while (breaks.size() < MOST) {
            Inclusion inclusion = Inclusion.decide(asked, mended);
            if (inclusion.verdict() == Inclusion.Verdict.INCLUDED) {
                return breaks;
            }
            if (inclusion.verdict() == Inclusion.Verdict.UNDECIDED) {
                breaks.add(new SchemaBreak("/", SchemaBreak.UNDECIDED, String.valueOf(inclusion.reason()), null));
                return breaks;
            }
            JsonNode witness = Objects.requireNonNull(inclusion.witness());
            Refusal.RefusedPlace place = new Refusal(acceptingIsOlder).mend(accepting, mended, witness, "");
            if (place == null) {
                breaks.add(new SchemaBreak("/", "schema", "the schema as a whole", witness));
                return breaks;
            }
            breaks.add(new SchemaBreak(place.pointer(), place.code(), place.change(), witness));
        }
        return breaks;
    }
}

package io.github.cxonetools.compatibility.breaks;

import io.github.cxonetools.compatibility.inclusion.Inclusion;
import io.github.cxonetools.compatibility.search.Difference;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds every place where a schema refuses what another accepts: each is mended when it is found, until none is left. */
public final class SchemaBreaks {

    /** More are not told one by one. */
    private static final int MOST = 100;

    private final JsonNode accepting;
    private final JsonNode refusing;
    /** The refusing schema itself until something is mended. */
    private JsonNode mended;

    private final boolean acceptingIsOlder;
    private boolean isStuck;
    private boolean isMended;

    /** Whether only what the refusing schema itself refuses is looked for. */
    private boolean isHeldToRefusing;

    /** @param acceptingIsOlder what changes are told from */
    public SchemaBreaks(JsonNode accepting, JsonNode refusing, boolean acceptingIsOlder) {
        this.accepting = accepting;
        this.refusing = withoutDialect(refusing);
        this.mended = refusing;
        this.acceptingIsOlder = acceptingIsOlder;
    }

    /**
     * All breaks; none where it is proven that {@code refusing} accepts all that {@code accepting} does.
     *
     * @param asked the payloads that count: {@code accepting}, or a part of what it accepts
     * @param acceptingIsOlder what changes are told from
     */
    public static List<SchemaBreak> find(
            JsonNode accepting, JsonNode asked, JsonNode refusing, boolean acceptingIsOlder) {
        return new SchemaBreaks(accepting, refusing, acceptingIsOlder).among(asked, MOST);
    }

    /** As {@link #find}, without those that were found before. */
    public List<SchemaBreak> among(JsonNode asked) {
        return among(asked, MOST);
    }

    /** As {@link #among(JsonNode)}; nothing where what was found before could not be mended. */
    public List<SchemaBreak> more(JsonNode asked, int most) {
        return isStuck ? List.of() : among(asked, most);
    }

    private List<SchemaBreak> among(JsonNode asked, int most) {
        List<SchemaBreak> breaks = new ArrayList<>();
        while (breaks.size() < most) {
            if (mended.equals(accepting)) {
                return breaks; // Nothing needs to be proven: what is asked for is a part of what this accepts.
            }
            Inclusion inclusion = Inclusion.decide(asked, isHeldToRefusing ? mendedOrRefusing() : mended);
            if (inclusion.verdict() == Inclusion.Verdict.INCLUDED) {
                return breaks;
            }
            if (inclusion.verdict() == Inclusion.Verdict.UNDECIDED) {
                isStuck = true;
                breaks.add(
                        new SchemaBreak("/", SchemaBreak.UNDECIDED, reason(String.valueOf(inclusion.reason())), null));
                return breaks;
            }
            JsonNode witness = Objects.requireNonNull(inclusion.witness());
            if (isMended && !Refusal.refuses(refusing, witness)) {
                // Mending has made it refuse more: what another condition, or one of several schemas, had let pass.
                isStuck |=
                        isHeldToRefusing || InlinedReferences.mentionsReference(refusing); // They would lead elsewhere.
                isHeldToRefusing = true;
                if (isStuck) {
                    return breaks;
                }
                continue;
            }
            mended = isMended ? mended : mended.deepCopy();
            Refusal.RefusedPlace place = new Refusal(acceptingIsOlder).mend(accepting, mended, witness, "");
            if (place == null) {
                isStuck = true;
                breaks.add(new SchemaBreak("/", "schema", "the schema as a whole", witness));
                return breaks;
            }
            isMended = true;
            breaks.add(new SchemaBreak(place.pointer(), place.code(), place.change(), witness));
        }
        isStuck = true;
        return breaks;
    }

    private static JsonNode withoutDialect(JsonNode schema) {
        if (!(schema instanceof ObjectNode object) || !schema.has(Keyword.SCHEMA_ID.word())) {
            return schema;
        }
        ObjectNode copy = Json.object();
        copy.setAll(object);
        copy.remove(Keyword.SCHEMA_ID.word());
        return copy;
    }

    private JsonNode mendedOrRefusing() {
        ObjectNode either = Json.object();
        either.putArray(Keyword.ANY_OF.word()).add(mended).add(refusing);
        return either;
    }

    /** The reason in words of what was before and what is now. */
    private String reason(String clause) {
        for (boolean isFirst : new boolean[] {true, false}) {
            String which = isFirst ? Difference.FIRST : Difference.SECOND;
            if (clause.startsWith(which)) {
                return (isFirst == acceptingIsOlder ? "the older schema " : "the newer schema ")
                        + clause.substring(which.length());
            }
        }
        return clause;
    }
}

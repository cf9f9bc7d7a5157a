package io.github.cxonetools.schema.draft07;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.github.cxonetools.action.ExecutionFinding;
import io.github.cxonetools.schema.pattern.UndecidedMatches;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Validates payloads by one schema, as draft-07 says: {@code format} is a note to the reader, numbers are compared by value
 * without rounding, patterns are ECMA-262 with the {@code u} flag and matched in a bounded number of steps. Thread-safe.
 */
public final class PayloadValidator {

    private final JsonNode schema;
    private final @Nullable PlainSchema plain;

    /** Null until something asks for it that {@link #plain} cannot answer. */
    private volatile @Nullable Schema complete;

    private PayloadValidator(JsonNode schema, @Nullable PlainSchema plain) {
        this.schema = schema;
        this.plain = plain;
    }

    /**
     * Prepares {@code schema}; payloads that it validates are best read with {@link io.github.cxonetools.json.Json}, which
     * keeps every digit.
     *
     * @throws IllegalArgumentException where a pattern is no ECMA-262; {@link SchemaRules} finds that first
     */
    public static PayloadValidator of(JsonNode schema) {
        JsonNode own = schema.deepCopy();
        return of(own, PlainSchemaReader.read(own));
    }

    /**
     * As {@link #of}, where it is known already that each keyword has a value of its kind.
     *
     * @param schema not to be changed as long as the validator is used
     */
    public static PayloadValidator ofReadable(JsonNode schema) {
        return of(schema, PlainSchemaReader.readChecked(schema));
    }

    private static PayloadValidator of(JsonNode schema, @Nullable PlainSchema plain) {
        PayloadValidator validator = new PayloadValidator(schema, plain);
        if (plain == null) {
            validator.complete();
        }
        return validator;
    }

    private Schema complete() {
        Schema known = complete;
        Schema compiled = known != null ? known : Draft07.compile(schema);
        complete = compiled;
        return compiled;
    }

    /**
     * What is wrong with {@code payload}: nothing where it is accepted. Each finding begins with a JSON pointer, {@code /}
     * at the root, and goes on in words of this plugin that never repeat the payload's values. Sorted.
     */
    public List<String> validate(JsonNode payload) {
        return findings(payload).stream().map(ExecutionFinding::text).toList();
    }

    /** As {@link #validate}, as values. */
    public List<ExecutionFinding> findings(JsonNode payload) {
        return judgeAtOnce(payload) == PlainSchema.Validity.VALID ? List.of() : allFindings(payload);
    }

    /** Whether there is nothing wrong with {@code payload}: as {@link #validate}, at less cost where no more is asked. */
    public boolean accepts(JsonNode payload) {
        PlainSchema.Validity verdict = judgeAtOnce(payload);
        return verdict == PlainSchema.Validity.VALID
                || verdict == PlainSchema.Validity.UNKNOWN
                        && allFindings(payload).isEmpty();
    }

    private PlainSchema.Validity judgeAtOnce(JsonNode payload) {
        PlainSchema schema = plain;
        if (schema == null) {
            return PlainSchema.Validity.UNKNOWN;
        }
        UndecidedMatches undecided = UndecidedMatches.begin();
        try {
            PlainSchema.Validity verdict = schema.judge(payload);
            return undecided.isEmpty() ? verdict : PlainSchema.Validity.UNKNOWN;
        } finally {
            undecided.end();
        }
    }

    private List<ExecutionFinding> allFindings(JsonNode payload) {
        UndecidedMatches undecided = UndecidedMatches.begin();
        try {
            List<Error> errors = complete().validate(payload);
            if (!undecided.isEmpty()) {
                return undecided.findings(payload); // What else was found may follow from a wrong "no".
            }
            return errors.isEmpty() ? List.of() : SchemaErrors.values(errors);
        } finally {
            undecided.end();
        }
    }
}

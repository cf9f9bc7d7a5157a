package io.github.cxonetools.deployment.difference;

import io.github.cxonetools.action.ActionVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The differences between a version in the tenant and what the project wants of it.
 *
 * @param differences in the order of the wire's fields
 * @param notComparable fields that the tenant does not tell
 */
public record Comparison(List<FieldDifference> differences, List<String> notComparable) {

    /** What {@code updateRelease} may change: everything else of a release is a promise. */
    private static final Set<String> ENVIRONMENT = Set.of("handlerUrl", "timeoutMs", "description");

    public static Comparison of(ActionVersion found, ActionVersion wanted) {
        Builder builder = new Builder();
        builder.schema("inputSchema", found.inputSchema(), wanted.inputSchema());
        builder.schema("outputSchema", found.outputSchema(), wanted.outputSchema());
        builder.url("handlerUrl", found.handlerUrl(), wanted.handlerUrl());
        builder.field("timeoutMs", found.timeoutMs(), wanted.timeoutMs());
        builder.description(found.description(), wanted.description());
        builder.field("isDeprecated", found.deprecated(), wanted.deprecated());
        return new Comparison(List.copyOf(builder.differences), List.copyOf(builder.notComparable));
    }

    /** The same without the deprecation: a release that is deprecated stays so. */
    public Comparison withoutDeprecation() {
        return new Comparison(
                differences.stream()
                        .filter(difference -> !difference.field().equals("isDeprecated"))
                        .toList(),
                notComparable);
    }

    public boolean isSame() {
        return differences.isEmpty();
    }

    /** Whether only what belongs to an environment differs. */
    public boolean isOfTheEnvironment() {
        return differences.stream().allMatch(difference -> ENVIRONMENT.contains(difference.field()));
    }

    private static final class Builder {

        private final List<FieldDifference> differences = new ArrayList<>();
        private final List<String> notComparable = new ArrayList<>();

        void schema(String field, @Nullable JsonNode found, @Nullable JsonNode wanted) {
            if (found == null || wanted == null) {
                notComparable.add(field);
            } else {
                differences.addAll(SchemaComparison.of(field, found, wanted));
            }
        }

        void field(String field, @Nullable Object found, @Nullable Object wanted) {
            if (found == null || wanted == null) {
                notComparable.add(field);
            } else if (!found.equals(wanted)) {
                differences.add(new FieldDifference(field, null, found.toString(), wanted.toString()));
            }
        }

        void url(String field, @Nullable String found, @Nullable String wanted) {
            if (found == null || wanted == null) {
                notComparable.add(field);
            } else if (!found.equals(wanted)) {
                differences.add(FieldDifference.ofUrl(field, found, wanted));
            }
        }

        /** Absent, null and empty say the same. */
        void description(@Nullable String found, @Nullable String wanted) {
            String before = found == null ? "" : found;
            String after = wanted == null ? "" : wanted;
            if (!before.equals(after)) {
                differences.add(new FieldDifference("description", null, brief(before), brief(after)));
            }
        }

        private static String brief(String text) {
            return text.isEmpty() ? SchemaComparison.ABSENT : '"' + SchemaComparison.cut(text) + '"';
        }
    }
}

package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One page of a list, and what a tenant says of the list on it.
 *
 * @param entities in the tenant's order
 * @param total how many the list has; null where the tenant does not count, or in a way of its own
 * @param isPagedAsAsked whether the tenant says that its pages hold what was asked for
 * @param tellsOfMore whether the tenant says that there is more than this page, or that it is as large as pages get
 */
record ActionPage(List<Entity> entities, @Nullable BigDecimal total, boolean isPagedAsAsked, boolean tellsOfMore) {

    /** What is behind the last page. */
    static final ActionPage NONE = new ActionPage(List.of(), null, false, false);

    /** How many entities are asked for. */
    static final int SIZE = 100;

    /** Longer texts count nothing that could be listed. */
    private static final int LONGEST_NUMBER = 40;

    /** How tenants say that there is more than they show. */
    private static final Pattern MORE = Pattern.compile("(?i)_?next.*|_?has_?(more|next).*|(is_?)?truncated");

    /**
     * A version in a list.
     *
     * @param identity its id, or all of it where it has none
     */
    record Entity(Object identity, ActionVersion version) {}

    /**
     * Reads a page.
     *
     * @param reader makes a version of an entity, or says by an {@link IllegalArgumentException} why it is none
     * @throws IllegalArgumentException where it is no page
     */
    static ActionPage read(ObjectNode page, Function<JsonNode, ActionVersion> reader) {
        JsonNode array = page.path("entities");
        if (!array.isArray()) {
            throw new IllegalArgumentException("entities is not an array");
        }
        List<Entity> entities = new ArrayList<>();
        for (JsonNode entity : array) {
            ActionVersion version = reader.apply(entity);
            String id = version.id();
            entities.add(new Entity(id == null ? entity : id, version));
        }
        return new ActionPage(
                entities,
                number(page.path("total")),
                isSize(page, SIZE),
                isSize(page, entities.size()) || page.properties().stream().anyMatch(ActionPage::tellsOfMore));
    }

    boolean isFull() {
        return entities.size() >= SIZE;
    }

    /** Whether this page, where it came again, may be one that a tenant without pages has cut. */
    boolean mayBeCut() {
        return !entities.isEmpty() && (entities.size() == SIZE || tellsOfMore);
    }

    private static boolean isSize(ObjectNode page, int size) {
        BigDecimal told = number(page.path("pageSize"));
        return told != null && told.compareTo(BigDecimal.valueOf(size)) == 0;
    }

    private static boolean tellsOfMore(Map.Entry<String, JsonNode> member) {
        JsonNode value = member.getValue();
        boolean isSaid = value.isBoolean()
                ? value.booleanValue()
                : !value.isNull() && !value.asString("{}").isBlank();
        return isSaid && MORE.matcher(member.getKey()).matches();
    }

    private static @Nullable BigDecimal number(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        String text = value.stringValue("").strip();
        try {
            return text.length() > LONGEST_NUMBER ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

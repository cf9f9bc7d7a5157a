package io.github.cxonetools.client;

import io.github.cxonetools.action.ActionVersion;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Collects the pages of a list up to the last. A tenant may give pages a size of its own, so that a short page says nothing:
 * the last is one that is empty or brings nothing new, or the one after which all is there that the tenant counts.
 */
final class ActionPages {

    /** Longer texts count nothing that could be listed. */
    private static final int LONGEST_NUMBER = 40;

    /** How tenants say that there is more than they show. */
    private static final Pattern MORE = Pattern.compile("(?i)_?next.*|_?has_?(more|next).*|(is_?)?truncated");

    private final Function<JsonNode, ActionVersion> reader;
    private final Consumer<ActionVersion> found;

    /** The ids of entities, and entities that have none. */
    private final Set<Object> seen = new HashSet<>();

    /** As told last; an empty page may not repeat it. */
    private @Nullable BigDecimal total;

    /**
     * @param reader makes a version of an entity, or says by an {@link IllegalArgumentException} why it is none
     * @param found is told each version once, in the tenant's order
     */
    ActionPages(Function<JsonNode, ActionVersion> reader, Consumer<ActionVersion> found) {
        this.reader = reader;
        this.found = found;
    }

    /**
     * Adds a page; true if it was the last.
     *
     * @throws IllegalArgumentException where the page is none, or the list is not known to be complete
     */
    boolean addLast(ObjectNode page) {
        JsonNode entities = page.path("entities");
        if (!entities.isArray()) {
            throw new IllegalArgumentException("entities is not an array");
        }
        boolean isNew = false;
        for (JsonNode entity : entities) {
            isNew |= add(entity);
        }
        BigDecimal told = number(page.path("total"));
        if (told != null) {
            total = told;
        }
        boolean isCounted = total != null && total.compareTo(BigDecimal.valueOf(seen.size())) == 0;
        if (isNew) {
            return isCounted && isPagedAsAsked(page, entities.size());
        }
        if (total != null && total.compareTo(BigDecimal.valueOf(seen.size())) > 0) {
            throw new IllegalArgumentException(
                    "total is " + total + ", but the pages end after " + seen.size() + incomplete());
        }
        if (!isCounted && !entities.isEmpty() && mayBeCut(page, entities.size())) {
            throw new IllegalArgumentException("every page is the same " + entities.size()
                    + ", which may be the beginning of more" + incomplete());
        }
        return true;
    }

    private static String incomplete() {
        return ", so the list is not known to be complete";
    }

    private boolean add(JsonNode entity) {
        ActionVersion version = reader.apply(entity);
        String id = version.id();
        boolean isNew = seen.add(id == null ? entity : id);
        if (isNew) {
            found.accept(version);
        }
        return isNew;
    }

    /** Whether the tenant says that its pages hold what was asked for, and this one is not full. */
    private static boolean isPagedAsAsked(ObjectNode page, int size) {
        return size < ActionList.PAGE_SIZE && isSize(page, ActionList.PAGE_SIZE);
    }

    /** Whether a page that came again may be one that a tenant without pages has cut. */
    private static boolean mayBeCut(ObjectNode page, int size) {
        return size == ActionList.PAGE_SIZE
                || isSize(page, size)
                || page.properties().stream().anyMatch(ActionPages::tellsOfMore);
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

    /** A number, or a text that is one; null where a tenant does not count, or in a way of its own. */
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

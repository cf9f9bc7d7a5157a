package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.Keyword;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The properties that an object's schema lists, those of unwrapped objects among them, until it is known which must be there. */
public final class ListedProperties {

    private final List<Listed> list = new ArrayList<>();

    /** One of them, by its name in the object. */
    private record Listed(String name, List<String> aliases, ObjectNode value, boolean required) {}

    /** Keeps the next place in the list. */
    public int place() {
        list.add(new Listed("", List.of(), JsonNodeFactory.instance.objectNode(), false));
        return list.size() - 1;
    }

    public void set(int place, String name, List<String> aliases, ObjectNode value, boolean required) {
        list.set(place, new Listed(name, aliases, value, required));
    }

    /** Says which must be there, by one of its names. */
    public void write(ObjectNode schema) {
        for (Listed one : list) {
            Aliases.add(schema, one.name, one.aliases, one.value, one.required);
            if (one.required && one.aliases.isEmpty()) {
                schema.withArray(Keyword.REQUIRED.word()).add(one.name);
            }
        }
    }
}

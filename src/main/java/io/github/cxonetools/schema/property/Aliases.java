package io.github.cxonetools.schema.property;

import io.github.cxonetools.schema.draft07.Keyword;
import io.github.cxonetools.schema.jackson.BindingException;
import io.github.cxonetools.schema.jackson.JacksonBean;
import io.github.cxonetools.schema.jackson.JacksonProperty;
import io.github.cxonetools.schema.pattern.JavaBracket;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code @JsonAlias}: other names under which a property is bound. They are constrained without being listed, and stand
 * alone: a constructor's parameter that comes twice is refused by Jackson.
 */
public final class Aliases {

    private Aliases() {}

    public static void add(
            ObjectNode schema, String name, List<String> aliases, ObjectNode described, boolean required) {
        if (aliases.isEmpty()) {
            return;
        }
        List<String> names = new ArrayList<>(List.of(name));
        for (String alias : aliases) {
            if (!names.contains(alias)) {
                names.add(alias);
                schema.withObject("/patternProperties").set("^" + literal(alias) + "$", described.deepCopy());
            }
        }
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        names.forEach(
                choice -> choices.addObject().putArray(Keyword.REQUIRED.word()).add(choice));
        if (!required) {
            ObjectNode none = JsonNodeFactory.instance.objectNode();
            none.putObject(Keyword.NOT.word()).set(Keyword.ANY_OF.word(), choices.deepCopy());
            choices.add(none);
        }
        ObjectNode exactlyOne = JsonNodeFactory.instance.objectNode();
        exactlyOne.set(Keyword.ONE_OF.word(), choices);
        schema.withArray(Keyword.ALL_OF.word()).add(exactlyOne);
    }

    /** Those of a property that are no other property's own name: that one Jackson knows first. */
    public static List<String> of(JacksonProperty property, JacksonBean bean) throws BindingException {
        List<String> aliases = new ArrayList<>(property.aliases());
        if (!aliases.isEmpty()) {
            for (JacksonProperty other : bean.properties()) {
                aliases.remove(other.name());
            }
        }
        return aliases;
    }

    /** The name that a pattern of these stands for. */
    public static String name(String pattern) {
        return pattern.substring(1, pattern.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private static String literal(String name) {
        StringBuilder literal = new StringBuilder();
        name.codePoints().forEach(c -> literal.append(JavaBracket.literal(c)));
        return literal.toString();
    }
}

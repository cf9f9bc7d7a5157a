package io.github.cxonetools.compatibility.search;

import io.github.cxonetools.compatibility.formula.Evaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values that differ a little from one that was found. Where hundreds must differ from each other, most of them are made so,
 * and not by a search that excludes all those before.
 */
final class Variations {

    /** As many are searched, so that what is found stays as short as it can be. */
    private static final int SEARCHED = 20;

    /** So many in a row that do not fit are enough. */
    private static final int MISSES = 40;

    /** Characters of a text that are replaced, the last ones that can be. */
    private static final int PLACES = 3;

    private static final String CHARACTERS = "0123456789abcdefghijklmnopqrstuvwxyz";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final WitnessSearch search;
    private final Asked asked;
    private final List<TextPlace> places = new ArrayList<>();
    private @Nullable JsonNode model;
    private int last;
    private int misses;

    /** A place in a text, and the characters that it may hold alone. */
    private record TextPlace(int index, String characters) {}

    Variations(WitnessSearch search, Asked asked) {
        this.search = search;
        this.asked = asked;
    }

    boolean isOf(Asked other) {
        return asked == other;
    }

    /**
     * The next one that fits; null where it is better searched.
     *
     * @param found how many values there are already
     */
    @Nullable
    JsonNode next(int found, Predicate<JsonNode> isTaken) {
        while (found >= SEARCHED && misses < MISSES) {
            search.steps().take(1);
            last++;
            for (JsonNode value : values(last)) {
                if (fits(value) && !isTaken.test(value)) {
                    misses = 0;
                    return value;
                }
            }
            misses++;
        }
        return null;
    }

    /** Tells of a value that fits. */
    void found(JsonNode value) {
        if (model == null) {
            model = value;
            findPlaces(value);
        }
    }

    private List<JsonNode> values(int number) {
        List<JsonNode> values = new ArrayList<>(scalars(number));
        if (model instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            names.add("a");
            for (String name : names) {
                scalars(number).forEach(value -> values.add(object.deepCopy().set(name, value)));
            }
        } else if (!places.isEmpty() && model != null) {
            values.add(NODES.stringNode(text(model.stringValue(), number)));
        }
        return values;
    }

    private static List<JsonNode> scalars(int number) {
        return List.of(NODES.stringNode(word(number)), NODES.numberNode(number));
    }

    /** {@code 1}, {@code 2}, … with letters for digits: {@code b}, {@code c}, … {@code ba}, {@code bb}. */
    private static String word(int number) {
        String digits = "abcdefghijklmnopqrstuvwxyz";
        String rest = number < digits.length() ? "" : word(number / digits.length());
        return rest + digits.charAt(number % digits.length());
    }

    private void findPlaces(JsonNode value) {
        String text = value.stringValue("");
        for (int i = text.length() - 1; i >= 0 && places.size() < PLACES; i--) {
            StringBuilder fitting = new StringBuilder();
            for (char c : CHARACTERS.toCharArray()) {
                if (fits(NODES.stringNode(replaced(text, i, c)))) {
                    fitting.append(c);
                }
            }
            if (fitting.length() > 1) {
                places.add(new TextPlace(i, fitting.toString()));
            }
        }
    }

    private String text(String text, int number) {
        String varied = text;
        int rest = number;
        for (TextPlace place : places) {
            int kinds = place.characters.length();
            varied = replaced(varied, place.index, place.characters.charAt(rest % kinds));
            rest /= kinds;
        }
        return varied;
    }

    private static String replaced(String text, int index, char c) {
        return text.substring(0, index) + c + text.substring(index + 1);
    }

    private boolean fits(JsonNode value) {
        search.steps().take(1);
        try {
            return asked.literals().stream()
                    .allMatch(literal -> search.evaluation().holds(literal.formula(), value) == literal.isPositive());
        } catch (Evaluation.UnknownException e) {
            return false;
        }
    }
}

package io.github.cxonetools.schema.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * What values people expect of properties, by the words of their names and by {@code format}: the rows of {@code
 * believable.txt}, the special before the general.
 */
final class PropertyVocabulary {

    private static final String RESOURCE = "believable.txt";

    private final List<NamedValues> rows;

    private PropertyVocabulary(List<NamedValues> rows) {
        this.rows = rows;
    }

    /** @param words any of which stands for it; {@code a+b} where both must be there, {@code format:x} for a format */
    private record NamedValues(List<String> words, List<String> values) {

        boolean isAbout(Set<String> name) {
            return words.stream().anyMatch(word -> name.containsAll(List.of(word.split("\\+"))));
        }
    }

    static PropertyVocabulary load() {
        try (InputStream in =
                Objects.requireNonNull(PropertyVocabulary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            List<NamedValues> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(" \\| ");
                    rows.add(new NamedValues(
                            List.of(parts[0].strip().split(" +")),
                            Arrays.stream(parts).skip(1).map(String::strip).toList()));
                }
            }
            return new PropertyVocabulary(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Values to try for a property, the likeliest first. */
    List<String> of(String property, String format) {
        Set<String> name = words(property);
        if (!format.isEmpty()) {
            name.add("format:" + format);
        }
        return rows.stream()
                .filter(row -> row.isAbout(name))
                .flatMap(row -> row.values().stream())
                .distinct()
                .toList();
    }

    /** {@code customerPhone_2} as {@code customer Phone 2}. */
    static String spaced(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** {@code customerPhones} as customer, phones, phone, customerphones. */
    private static Set<String> words(String property) {
        Set<String> words = new HashSet<>();
        for (String word :
                (spaced(property) + " " + property).toLowerCase(Locale.ROOT).split("\\s+")) {
            words.add(word);
            if (word.length() > 3 && word.endsWith("s")) {
                words.add(word.substring(0, word.length() - 1));
            }
        }
        return words;
    }
}

package io.github.cxonetools.schema.scalar;

import io.github.cxonetools.schema.draft07.Keyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@link java.time.ZoneId} reads: offsets, and the regions that every JDK from 17 on knows. Asking the one that runs
 * would give each JDK another contract.
 */
final class Zones {

    private static final String OFFSET = "[+-](?:(?:0[0-9]|1[0-7]):[0-5][0-9](?::[0-5][0-9])?|18:00(?::00)?)";

    private Zones() {}

    static ObjectNode schema() {
        return ScalarTypes.type("string").put(Keyword.PATTERN.word(), Holder.PATTERN);
    }

    /** Read once, and only where a class has a zone. */
    private static final class Holder {

        static final String PATTERN = pattern(regions());

        private static List<String> regions() {
            try (InputStream in = Objects.requireNonNull(Zones.class.getResourceAsStream("zones.txt"))) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("The list of zones cannot be read", e);
            }
        }

        /** Regions of one area stand together: there are six hundred. */
        private static String pattern(List<String> regions) {
            Map<String, List<String>> areas = new TreeMap<>();
            for (String region : regions) {
                int slash = region.indexOf('/') + 1;
                areas.computeIfAbsent(region.substring(0, slash), area -> new ArrayList<>())
                        .add(region.substring(slash).replace("+", "\\+"));
            }
            List<String> choices = new ArrayList<>(List.of("Z", "(?:UTC|GMT|UT)?" + OFFSET));
            areas.forEach((area, names) -> choices.add(area + "(?:" + String.join("|", names) + ")"));
            return "^(?:" + String.join("|", choices) + ")$";
        }
    }
}

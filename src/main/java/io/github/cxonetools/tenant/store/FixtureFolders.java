package io.github.cxonetools.tenant.store;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where projects on this machine keep the fixtures of the actions that they serve, as {@code fixtures.json} in the tenant's
 * directory tells: the folder of each action by its name, the one told last where there are several.
 */
public final class FixtureFolders {

    static final String FILE = "fixtures.json";

    private static final String PAYLOAD = ".json";
    private static final String EXPECTATION = ".expected.json";
    private static final int MAX_FIXTURES = 200;
    private static final int MAX_BYTES = 1 << 20;

    private final TenantDirectory directory;

    public FixtureFolders(TenantDirectory directory) {
        this.directory = directory;
    }

    /**
     * A payload that a project keeps.
     *
     * @param name of its file, without {@code .json}
     * @param text what is in it, JSON or not
     */
    public record KeptPayload(String name, String text) {}

    /** Adds folders to those that are known. */
    public void remember(Map<String, Path> byAction) throws CxoneException {
        Map<String, String> known = new TreeMap<>();
        JsonNode present = read();
        present.properties()
                .forEach(each -> known.put(each.getKey(), each.getValue().asString("")));
        byAction.forEach((action, folder) -> known.put(action, folder.toString()));
        ObjectNode json = Json.object();
        known.forEach(json::put);
        if (!json.equals(present)) {
            directory.write(FILE, json);
        }
    }

    /** The fixtures of an action, sorted by name; none where no folder is known, or where it cannot be read. */
    public List<KeptPayload> of(String action) {
        String folder = read().path(action).asString("");
        if (folder.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            List<KeptPayload> payloads = new ArrayList<>();
            for (Path file : files.filter(FixtureFolders::isPayload)
                    .sorted()
                    .limit(MAX_FIXTURES)
                    .toList()) {
                String name = file.getFileName().toString();
                payloads.add(new KeptPayload(
                        name.substring(0, name.length() - PAYLOAD.length()),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            }
            return payloads;
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    private static boolean isPayload(Path file) {
        String name = file.getFileName().toString();
        try {
            return name.endsWith(PAYLOAD)
                    && !name.endsWith(EXPECTATION)
                    && Files.isRegularFile(file)
                    && Files.size(file) <= MAX_BYTES;
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode read() {
        try {
            return Json.read(Files.readAllBytes(directory.file(FILE)));
        } catch (IOException | JacksonException e) {
            return Json.object();
        }
    }
}

package io.github.cxonetools.deployment;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a module leaves for the end of the build: {@code deferred.json}. It holds the contracts themselves, so that a later
 * build that resumes elsewhere deploys what this one made.
 *
 * @param goal for example {@code deploy}; others than that keep only the names of their actions, in {@code parameters}
 * @param module who left it, as messages name it
 * @param baseUrl the tenant it is for
 * @param receipts where that module keeps its receipts
 * @param actions what it wants deployed; empty where the goal takes none
 * @param parameters the goal's other parameters, by name; never a secret
 */
public record DeferredDeployment(
        String goal,
        String module,
        URI baseUrl,
        Path receipts,
        List<DesiredAction> actions,
        SortedMap<String, String> parameters) {

    private static final int FORMAT = 1;

    public DeferredDeployment {
        actions = List.copyOf(actions);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The name of the parameter that keeps the actions of a goal that needs no contracts. */
    public static final String NAMES = "action";

    /** What is still to be done after the actions of these names were dealt with; empty where that is all. */
    public Optional<DeferredDeployment> without(Set<String> names) {
        List<DesiredAction> rest = actions.stream()
                .filter(action -> !names.contains(action.contract().name()))
                .toList();
        SortedMap<String, String> others = new TreeMap<>(parameters);
        String other = Arrays.stream(parameters.getOrDefault(NAMES, "").split(","))
                .filter(name -> !name.isEmpty() && !names.contains(name))
                .collect(Collectors.joining(","));
        others.computeIfPresent(NAMES, (name, all) -> other);
        return rest.isEmpty() && other.isEmpty()
                ? Optional.empty()
                : Optional.of(new DeferredDeployment(goal, module, baseUrl, receipts, rest, others));
    }

    /** Writes it, in place of what was there. */
    public void write(Path file) throws UnavailableException {
        ObjectNode json = Json.object();
        json.put("format", FORMAT);
        json.put("goal", goal);
        json.put("module", module);
        json.put("baseUrl", baseUrl.toString());
        json.put("receipts", receipts.toString());
        parameters.forEach(json.putObject("parameters")::put);
        ArrayNode array = json.putArray("actions");
        for (DesiredAction action : actions) {
            Contract contract = action.contract();
            ObjectNode node = array.addObject();
            node.put("name", contract.name()).put("version", contract.version());
            node.put("description", contract.description());
            node.put("timeoutMs", contract.timeoutMs());
            node.put("handlerUrl", action.handlerUrl().toString());
            node.set("inputSchema", contract.inputSchema());
            node.set("outputSchema", contract.outputSchema());
        }
        AtomicFile.writeForced(file, json);
    }

    /** Reads what a module left; empty where it left nothing. */
    public static Optional<DeferredDeployment> read(Path file) throws CxoneException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode json = DeploymentFiles.read(file);
        try {
            if (!json.path("format").isMissingNode() && json.path("format").asInt(0) != FORMAT) {
                throw new IllegalArgumentException("another format");
            }
            List<DesiredAction> actions = new ArrayList<>();
            for (JsonNode action : json.required("actions").asArray()) {
                actions.add(action(action));
            }
            SortedMap<String, String> parameters = new TreeMap<>();
            json.required("parameters")
                    .asObject()
                    .properties()
                    .forEach(each ->
                            parameters.put(each.getKey(), each.getValue().stringValue()));
            return Optional.of(new DeferredDeployment(
                    text(json, "goal"),
                    text(json, "module"),
                    URI.create(text(json, "baseUrl")),
                    Path.of(text(json, "receipts")),
                    actions,
                    parameters));
        } catch (IllegalArgumentException | JacksonException e) {
            throw new RejectedException(
                    file + " is not as this plugin writes it. Delete it, and build that module again", e);
        }
    }

    private static DesiredAction action(JsonNode json) {
        return new DesiredAction(
                new Contract(
                        text(json, "name"),
                        text(json, "version"),
                        nullable(json, "description"),
                        json.required("timeoutMs").intValue(),
                        json.required("inputSchema"),
                        json.required("outputSchema")),
                URI.create(text(json, "handlerUrl")));
    }

    private static String text(JsonNode json, String field) {
        String text = nullable(json, field);
        if (text == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return text;
    }

    private static @Nullable String nullable(JsonNode json, String field) {
        return json.path(field).isString() ? json.path(field).stringValue() : null;
    }
}

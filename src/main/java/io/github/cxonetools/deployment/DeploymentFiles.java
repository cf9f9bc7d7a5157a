package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.MaskedJson;
import io.github.cxonetools.text.Secrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plan.json} and {@code deployment.json}: what was going to be done, and what was. */
public final class DeploymentFiles {

    private DeploymentFiles() {}

    /** Writes {@code plan.json}; the same plan gives the same bytes. */
    public static void write(Path file, DeploymentPlan plan, Secrets secrets) throws UnavailableException {
        AtomicFile.write(file, MaskedJson.of(plan.toJson(), secrets));
    }

    /**
     * Writes {@code deployment.json}.
     *
     * @param projectVersion of the project that was deployed, or null where there is none
     * @param commit of its sources, or null where it is unknown
     */
    public static void write(
            Path file,
            DeploymentResult result,
            @Nullable String projectVersion,
            @Nullable String commit,
            Secrets secrets)
            throws UnavailableException {
        AtomicFile.write(file, MaskedJson.of(result.toJson(projectVersion, commit), secrets));
    }

    /** Removes a file, because it is done with. */
    public static void delete(Path file) throws UnavailableException {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UnavailableException("Could not delete " + file + ". Check its permissions", e);
        }
    }

    /**
     * Holds a plan that is about to be applied against the one that was approved.
     *
     * @param planFile a {@code plan.json}
     * @param goal who applies it, for messages
     * @throws RejectedException where the tenant or a contract has moved since, saying which
     */
    public static void requireApproved(Path planFile, DeploymentPlan now, Secrets secrets, ChangingGoal goal)
            throws CxoneException {
        JsonNode approved = read(planFile);
        if (!approved.path("baseUrl").isString() || !approved.path("actions").isArray()) {
            throw new RejectedException(
                    planFile + " is not a plan that cxone:plan has written. Plan again: " + goal.planning());
        }
        JsonNode present = inFormatOf(approved, planFile, MaskedJson.of(now.toJson(), secrets), goal);
        if (approved.equals(present)) {
            return;
        }
        Findings findings = new Findings();
        if (!approved.path("baseUrl").equals(present.path("baseUrl"))) {
            findings.add("it is for " + approved.path("baseUrl").asString("no tenant") + ", not for " + now.baseUrl());
        }
        Set<String> moved = moved(approved.path("tenantDigests"), present.path("tenantDigests"));
        moved.forEach(name -> findings.add(name + ": the tenant has changed since the plan was made"));
        addChanged(findings, moved, actions(approved), actions(present));
        String list =
                findings.messages().stream().map(finding -> "\n  - " + finding).collect(Collectors.joining());
        throw new RejectedException(
                "The approved plan " + planFile + " no longer holds. Plan again: " + goal.planning() + list);
    }

    /** A plan as the approved one would have it: one that has no format was written when plans kept no verdicts. */
    private static JsonNode inFormatOf(JsonNode approved, Path planFile, JsonNode present, ChangingGoal goal)
            throws RejectedException {
        JsonNode format = approved.path("format");
        if (!format.isMissingNode() && !(format.isInt() && format.intValue() == DeploymentPlan.FORMAT)) {
            throw new RejectedException(planFile + " is of format " + Json.compact(format) + ", and this version of the"
                    + " plugin reads formats up to " + DeploymentPlan.FORMAT + ". Plan again: " + goal.planning());
        }
        if (format.isMissingNode() && present instanceof ObjectNode plan) {
            plan.remove("format");
            plan.path("actions").forEach(action -> ((ObjectNode) action).remove("compatibility"));
        }
        return present;
    }

    /** The actions of which the tenant has something else. */
    private static Set<String> moved(JsonNode approved, JsonNode present) {
        Set<String> names = new TreeSet<>(approved.propertyNames());
        names.addAll(present.propertyNames());
        names.removeIf(name -> approved.path(name).equals(present.path(name)));
        return names;
    }

    private static void addChanged(
            Findings findings, Set<String> moved, Map<String, JsonNode> approved, Map<String, JsonNode> present) {
        TreeSet<String> labels = new TreeSet<>(approved.keySet());
        labels.addAll(present.keySet());
        for (String label : labels) {
            JsonNode before = approved.get(label);
            JsonNode after = present.get(label);
            if (before == null || after == null) {
                findings.add(label + ": " + (before == null ? "not in the plan" : "no longer planned"));
            } else if (!before.path("digest").equals(after.path("digest"))) {
                findings.add(label + ": its contract has changed since the plan was made");
            } else if (!before.path("kind").equals(after.path("kind"))) {
                findings.add(label + ": would be \"" + after.path("kind").asString("") + "\", the plan says \""
                        + before.path("kind").asString("") + "\"");
            } else if (!before.equals(after)
                    && !moved.contains(after.path("action").asString(""))) {
                findings.add(label + ": "
                        + (before.path("compatibility").equals(after.path("compatibility"))
                                ? "what differs in the tenant is not what the plan says"
                                : "its contract is judged otherwise than in the plan, because accepted breaks, or how contracts"
                                        + " are compared, have changed"));
            }
        }
    }

    private static Map<String, JsonNode> actions(JsonNode plan) {
        Map<String, JsonNode> actions = new TreeMap<>();
        for (JsonNode action : plan.path("actions")) {
            actions.put(
                    action.path("action").asString("") + " "
                            + action.path("version").asString(""),
                    action);
        }
        return actions;
    }

    static JsonNode read(Path file) throws CxoneException {
        try {
            return Json.read(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new RejectedException("There is no " + file + ". Check the path", e);
        } catch (JacksonException e) {
            throw new RejectedException(file + ": " + Json.describe(e), e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ". Check its permissions", e);
        }
    }
}

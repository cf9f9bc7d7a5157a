package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code compatibility.json}, of which the pages are made. */
public final class CompatibilityJson {

    private static final int FORMAT = 1;

    private CompatibilityJson() {}

    static JsonNode of(CompatibilityReport report) {
        ObjectNode document = Json.object()
                .put("format", FORMAT)
                .put("project", report.project())
                .put("version", report.version())
                .put("passed", report.passes())
                .put("compatibility", report.rules().policy().name().toLowerCase(Locale.ROOT))
                .put("undeclaredProperties", report.rules().comparesUndeclared() ? "compare" : "ignore");
        ArrayNode actions = document.putArray("actions");
        for (ActionCompatibility result : report.results()) {
            actions.add(action(report, result));
        }
        report.notes().forEach(document.putArray("notes")::add);
        report.findings().forEach(document.putArray("findings")::add);
        return document;
    }

    private static ObjectNode action(CompatibilityReport report, ActionCompatibility result) {
        ObjectNode action = Json.object()
                .put("name", result.action())
                .put("before", result.before())
                .put("after", result.after())
                .put("baseline", result.baseline())
                .put("bump", word(result.bump()))
                .put("needs", result.needed())
                .put("passed", !report.fails(result));
        ArrayNode sides = action.putArray("sides");
        for (SideVerdict side : SideVerdict.of(result)) {
            sides.add(side(side));
        }
        return action;
    }

    private static ObjectNode side(SideVerdict verdict) {
        ObjectNode side = Json.object()
                .put("side", verdict.name())
                .put("verdict", verdict.word())
                .put("bump", word(verdict.bump()))
                .put("needs", verdict.needed());
        verdict.side().changes().forEach(side.putArray("changes")::add);
        ArrayNode breaks = side.putArray("breaks");
        for (ContractBreak broken : verdict.side().breaks()) {
            breaks.add(broken(broken, verdict));
        }
        ArrayNode undeclared = side.putArray("undeclared");
        for (ContractBreak broken : verdict.side().undeclared()) {
            undeclared.add(place(broken));
        }
        return side;
    }

    private static ObjectNode broken(ContractBreak broken, SideVerdict verdict) {
        ObjectNode json =
                place(broken).put("fingerprint", broken.fingerprint()).put("accepted", verdict.isAccepted(broken));
        String file = WitnessFiles.name(broken);
        if (file != null) {
            json.put("file", file);
        }
        return json.put("acceptedBreak", AcceptedBreak.snippet(broken));
    }

    private static ObjectNode place(ContractBreak broken) {
        ObjectNode json = Json.object()
                .put("pointer", broken.pointer())
                .put("code", broken.code())
                .put("change", broken.change());
        if (broken.member() != null) {
            json.put("member", broken.member());
        }
        if (broken.witness() != null) {
            json.set("witness", Json.read(broken.witness().getBytes(StandardCharsets.UTF_8)));
        }
        return json;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what {@code check} wrote.
     *
     * @throws RejectedException where it is something else, or of a newer plugin
     */
    public static JsonNode read(Path file) throws CxoneException {
        try {
            JsonNode document = Json.read(Files.readAllBytes(file));
            if (document.path("format").asInt(0) != FORMAT
                    || !document.path("actions").isArray()) {
                throw new RejectedException(file + " is not what this version of cxone:check writes. Run: mvn verify");
            }
            return document;
        } catch (JacksonException e) {
            throw new RejectedException(file + " is not JSON: " + Json.describe(e) + ". Run: mvn verify", e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e, e);
        }
    }
}

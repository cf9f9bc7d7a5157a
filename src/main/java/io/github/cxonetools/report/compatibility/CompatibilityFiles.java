package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.compatibility.check.SideComparison;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import io.github.cxonetools.text.VisibleText;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes {@code compatibility.json}, {@code compatibility.md}, and each witness as a fixture. */
public final class CompatibilityFiles {

    private CompatibilityFiles() {}

    /**
     * Writes them.
     *
     * @param directory where; witnesses go to {@code compatibility/<Action>/<fingerprint>.json} below it
     */
    public static void write(Path directory, List<ActionCompatibility> results) throws UnavailableException {
        ObjectNode document = Json.object().put("format", 1);
        ArrayNode actions = document.putArray("actions");
        for (ActionCompatibility result : results) {
            actions.add(action(result));
            witnesses(directory.resolve("compatibility").resolve(result.action()), result);
        }
        AtomicFile.write(directory.resolve("compatibility.json"), document);
        AtomicFile.write(directory.resolve("compatibility.md"), markdown(results));
    }

    private static void witnesses(Path directory, ActionCompatibility result) throws UnavailableException {
        for (SideComparison side : result.sides()) {
            for (ContractBreak broken : side.breaks()) {
                if (broken.witness() != null && side.side().equals("input")) {
                    AtomicFile.write(directory.resolve(broken.fingerprint() + ".json"), Json.read(broken.witness()));
                }
            }
        }
    }

    private static ObjectNode action(ActionCompatibility result) {
        ObjectNode action = Json.object()
                .put("name", result.action())
                .put("baseline", result.baseline())
                .put("before", result.before())
                .put("after", result.after())
                .put("bump", result.bump().name().toLowerCase(Locale.ROOT))
                .put("needs", result.needed())
                .put("passes", result.passes());
        ArrayNode breaks = action.putArray("breaks");
        for (SideComparison side : result.sides()) {
            for (ContractBreak broken : side.breaks()) {
                breaks.addObject()
                        .put("side", broken.side())
                        .put("pointer", broken.pointer())
                        .put("code", broken.code())
                        .put("change", broken.change())
                        .put("fingerprint", broken.fingerprint())
                        .put("accepted", result.accepted().contains(broken))
                        .set("member", Json.text(broken.member()))
                        .set("witness", Json.text(broken.witness()));
            }
        }
        return action;
    }

    private static String markdown(List<ActionCompatibility> results) {
        StringBuilder text = new StringBuilder("# Compatibility of contracts\n");
        for (ActionCompatibility result : results) {
            text.append('\n');
            for (String line : CompatibilityConsole.lines(result)) {
                text.append("    ").append(VisibleText.oneLine(line)).append('\n');
            }
        }
        return text.toString();
    }
}

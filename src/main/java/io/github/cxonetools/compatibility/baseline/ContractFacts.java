package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.text.VisibleText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What {@code action.json} says of an action.
 *
 * @param name the action's name
 * @param version the action's version
 * @param description what the action does, or null
 * @param timeoutMs how long CXone waits for the handler, in milliseconds; 0 where null stands, because a tenant did not tell
 * @param isDeprecated whether the tenant that it was pulled from has it as deprecated
 */
record ContractFacts(String name, String version, @Nullable String description, int timeoutMs, boolean isDeprecated) {

    static final String ACTION = "action.json";
    static final String INPUT = "input.schema.json";
    static final String OUTPUT = "output.schema.json";
    static final String DEPRECATED = "isDeprecated";

    static final String REMEDY = "Compare with another version (-Dcxone.baseline=<version>),"
            + " or with recorded contracts (-Dcxone.baseline=file)";

    /** The format that this version of the plugin writes; what was written before there was one has none. */
    private static final int NEWEST = 1;

    Contract contract(JsonNode input, JsonNode output) {
        return new Contract(name, version, description, timeoutMs, input, output);
    }

    /**
     * Reads an {@code action.json} of this format or an older one.
     *
     * @param file where it is, for messages
     * @param folder the name of the folder that it is in, which is the action's
     * @param remedy what to do instead where it cannot be read
     */
    static ContractFacts read(String file, String folder, FileContent content, String remedy) throws RejectedException {
        JsonNode facts = StoredJson.read(file, content, remedy);
        requireReadable(file, facts.path("format"), remedy);
        String name = text(file, facts, "name", remedy);
        if (!name.equals(folder)) {
            throw new RejectedException(file + " is of an action " + VisibleText.oneLine(name)
                    + ", which is not its folder's name. " + remedy);
        }
        JsonNode timeout = facts.path("timeoutMs");
        if (!timeout.isInt() && !timeout.isNull()
                || !facts.path("description").isString() && facts.has("description")) {
            throw new RejectedException(
                    file + " is not the description of an action: timeoutMs is an integer, and description"
                            + " a text where there is one. " + remedy);
        }
        return new ContractFacts(
                name,
                text(file, facts, "version", remedy),
                facts.has("description") ? facts.path("description").stringValue() : null,
                timeout.intValue(0),
                facts.path(DEPRECATED).booleanValue(false));
    }

    private static void requireReadable(String file, JsonNode format, String remedy) throws RejectedException {
        if (format.isMissingNode()) {
            return;
        }
        if (!format.isIntegralNumber() || format.bigIntegerValue().signum() < 1) {
            throw new RejectedException(file + " has no valid \"format\": it is a number from 1. " + remedy);
        }
        if (!format.isInt() || format.intValue() > NEWEST) {
            throw new RejectedException(file + " is of format " + format.bigIntegerValue()
                    + ", which a newer cxone-maven-plugin wrote; this one reads formats up to " + NEWEST
                    + ". Use the newer version of the plugin");
        }
    }

    private static String text(String file, JsonNode facts, String member, String remedy) throws RejectedException {
        JsonNode text = facts.path(member);
        if (!text.isString() || text.stringValue().isBlank()) {
            throw new RejectedException(
                    file + " is not the description of an action: it has no text \"" + member + "\". " + remedy);
        }
        return text.stringValue();
    }
}

package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A contract as its files hold it. Its schemas are parsed when asked for: most of a release's contracts did not change,
 * and of those the bytes say enough.
 */
public final class StoredContract {

    private final String place;
    private final ContractFacts facts;
    private final byte[] input;
    private final byte[] output;
    private final byte[] members;

    /**
     * @param place where the files are, for messages, ending in {@code /}
     * @param members none where the contract was made before there was such a file
     */
    StoredContract(String place, ContractFacts facts, byte[] input, byte[] output, byte[] members) {
        this.place = place;
        this.facts = facts;
        this.input = input;
        this.output = output;
        this.members = members;
    }

    /** The action's name. */
    public String name() {
        return facts.name();
    }

    /** The action's version, which may differ from its project's. */
    public String version() {
        return facts.version();
    }

    /** Whether both schemas are the same, byte for byte. */
    public boolean hasSchemasOf(StoredContract other) {
        return Arrays.equals(input, other.input) && Arrays.equals(output, other.output);
    }

    /** Which members of the project's classes its payloads came from. */
    public ContractMembers members() {
        return ContractMembers.read(members);
    }

    /**
     * The contract with its schemas.
     *
     * @throws RejectedException where a schema is no JSON, or neither an object nor a boolean
     */
    public Contract contract() throws RejectedException {
        return new Contract(
                facts.name(),
                facts.version(),
                facts.description(),
                facts.timeoutMs(),
                schema(ContractFacts.INPUT, input),
                schema(ContractFacts.OUTPUT, output));
    }

    private JsonNode schema(String file, byte[] bytes) throws RejectedException {
        JsonNode schema = json(place + file, bytes);
        if (!schema.isObject() && !schema.isBoolean()) {
            throw new RejectedException(place + file + " is not a JSON Schema: it is neither an object nor a boolean. "
                    + ContractFacts.REMEDY);
        }
        return schema;
    }

    static JsonNode json(String file, byte[] bytes) throws RejectedException {
        try {
            return Json.read(bytes);
        } catch (JacksonException e) {
            throw new RejectedException(file + " is no JSON: " + Json.describe(e) + ". " + ContractFacts.REMEDY, e);
        }
    }
}

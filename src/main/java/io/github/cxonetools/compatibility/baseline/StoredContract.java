package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A contract as its files hold it, or as a tenant tells it. Schemas of files are parsed when asked for: most of a
 * release's contracts did not change, and of those the bytes say enough.
 */
public final class StoredContract {

    private final ContractFacts facts;
    private final StoredSchema input;
    private final StoredSchema output;
    private final byte[] members;

    /** @param members none where the contract was made before there was such a file */
    StoredContract(ContractFacts facts, StoredSchema input, StoredSchema output, byte[] members) {
        this.facts = facts;
        this.input = input;
        this.output = output;
        this.members = members;
    }

    /** A contract that is in no file. */
    static StoredContract of(Contract contract) {
        return new StoredContract(
                new ContractFacts(contract.name(), contract.version(), contract.description(), contract.timeoutMs()),
                StoredSchema.of(contract.inputSchema()),
                StoredSchema.of(contract.outputSchema()),
                new byte[0]);
    }

    /** The action's name. */
    public String name() {
        return facts.name();
    }

    /** The action's version, which may differ from its project's. */
    public String version() {
        return facts.version();
    }

    /** Whether both schemas are the same: byte for byte, or, where one is in no file, as JSON. */
    public boolean hasSchemasOf(StoredContract other) throws RejectedException {
        return input.isSameAs(other.input) && output.isSameAs(other.output);
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
                facts.name(), facts.version(), facts.description(), facts.timeoutMs(), input.json(), output.json());
    }

    static JsonNode json(String file, byte[] bytes) throws RejectedException {
        try {
            return Json.read(bytes);
        } catch (JacksonException e) {
            throw new RejectedException(file + " is not JSON: " + Json.describe(e) + ". " + ContractFacts.REMEDY, e);
        }
    }
}

package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.RejectedException;
import tools.jackson.databind.JsonNode;

/**
 * A contract as its files hold it, or as a tenant tells it. Schemas of files are parsed when asked for: most of a
 * release's contracts did not change, and of those the bytes say enough.
 */
public final class StoredContract {

    private final StoredFacts facts;
    private final StoredSchema input;
    private final StoredSchema output;
    private final ContractMembers members;

    /** @param members none where the contract was made before there was such a file */
    StoredContract(StoredFacts facts, StoredSchema input, StoredSchema output, ContractMembers members) {
        this.facts = facts;
        this.input = input;
        this.output = output;
        this.members = members;
    }

    /** A contract that is in no file. */
    static StoredContract of(Contract contract) {
        return new StoredContract(
                StoredFacts.of(new ContractFacts(
                        contract.name(), contract.version(), contract.description(), contract.timeoutMs(), false)),
                StoredSchema.of(contract.inputSchema()),
                StoredSchema.of(contract.outputSchema()),
                ContractMembers.NONE);
    }

    /** The action's name. */
    public String name() {
        return facts.name();
    }

    StoredFacts facts() {
        return facts;
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
        return members;
    }

    /**
     * The contract with its schemas.
     *
     * @throws RejectedException where a schema is no JSON, or neither an object nor a boolean
     */
    public Contract contract() throws RejectedException {
        return facts.all().contract(input.json(), output.json());
    }

    /**
     * This contract and a newer one, to be compared, by their names, versions and schemas: of a side that both have byte for
     * byte nothing is parsed, and both have the schema {@code true} there.
     *
     * @throws RejectedException as {@link #contract}
     */
    public ContractPair with(StoredContract newer) throws RejectedException {
        boolean sameInput = input.isSameAs(newer.input);
        boolean sameOutput = output.isSameAs(newer.output);
        return new ContractPair(
                compared(sameInput ? StoredJson.ANY : input.json(), sameOutput ? StoredJson.ANY : output.json()),
                newer.compared(
                        sameInput ? StoredJson.ANY : newer.input.json(),
                        sameOutput ? StoredJson.ANY : newer.output.json()));
    }

    /** Of {@code action.json} only what names the contract: nobody compares the rest, so nobody reads it. */
    private Contract compared(JsonNode inputSchema, JsonNode outputSchema) {
        return new Contract(name(), version(), null, 0, inputSchema, outputSchema);
    }

    /** Two contracts of one action. */
    public record ContractPair(Contract before, Contract after) {}
}

package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.RejectedException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the {@code action.json} of a contract says, with its bytes. Where name and version are known, nobody parses it until more is asked for. */
final class StoredFacts {

    private final String name;
    private final String version;
    private final byte[] bytes;
    private final String file;
    private final String remedy;
    private @Nullable ContractFacts facts;

    private StoredFacts(
            String name, String version, byte[] bytes, String file, String remedy, @Nullable ContractFacts facts) {
        this.name = name;
        this.version = version;
        this.bytes = bytes;
        this.file = file;
        this.remedy = remedy;
        this.facts = facts;
    }

    /** Reads a file's bytes where nobody knows what they say; as {@link ContractFacts#read}. */
    @FunctionalInterface
    interface FactsReader {
        StoredFacts read(String file, String folder, byte[] bytes, String remedy) throws RejectedException;
    }

    /** Parses the bytes. */
    static StoredFacts read(String file, String folder, byte[] bytes, String remedy) throws RejectedException {
        ContractFacts facts = ContractFacts.read(file, folder, bytes, remedy);
        return new StoredFacts(facts.name(), facts.version(), bytes, file, remedy, facts);
    }

    /** Of bytes that say this name and this version, by the word of whoever wrote them. */
    static StoredFacts known(String file, String name, String version, byte[] bytes, String remedy) {
        return new StoredFacts(name, version, bytes, file, remedy, null);
    }

    /** Of a contract that is in no file. */
    static StoredFacts of(ContractFacts facts) {
        return new StoredFacts(facts.name(), facts.version(), new byte[0], "", "", facts);
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    /** Whether a file with these bytes says just this. */
    boolean isIn(byte[] other) {
        return bytes.length > 0 && Arrays.equals(bytes, other);
    }

    /** @throws RejectedException as {@link ContractFacts#read} */
    ContractFacts all() throws RejectedException {
        ContractFacts known = facts;
        if (known == null) {
            known = ContractFacts.read(file, name, bytes, remedy);
            facts = known;
        }
        return known;
    }
}

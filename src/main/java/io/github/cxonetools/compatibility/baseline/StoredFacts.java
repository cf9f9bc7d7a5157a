package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the {@code action.json} of a contract says, with its content. Where name and version are known, nobody parses it until more is asked for. */
final class StoredFacts {

    private final String name;
    private final String version;
    private final @Nullable FileContent content;
    private final String file;
    private final String remedy;
    private @Nullable ContractFacts facts;

    private StoredFacts(
            String name,
            String version,
            @Nullable FileContent content,
            String file,
            String remedy,
            @Nullable ContractFacts facts) {
        this.name = name;
        this.version = version;
        this.content = content;
        this.file = file;
        this.remedy = remedy;
        this.facts = facts;
    }

    /** Reads a file's content where nobody knows what it says; as {@link ContractFacts#read}. */
    @FunctionalInterface
    interface FactsReader {
        StoredFacts read(String file, String folder, FileContent content, String remedy) throws RejectedException;
    }

    /** Parses the content. */
    static StoredFacts read(String file, String folder, FileContent content, String remedy) throws RejectedException {
        ContractFacts facts = ContractFacts.read(file, folder, content, remedy);
        return new StoredFacts(facts.name(), facts.version(), content, file, remedy, facts);
    }

    /** Of content that says this name and this version, by the word of whoever wrote them. */
    static StoredFacts known(String file, String name, String version, FileContent content, String remedy) {
        return new StoredFacts(name, version, content, file, remedy, null);
    }

    /** Of a contract that is in no file. */
    static StoredFacts of(ContractFacts facts) {
        return new StoredFacts(facts.name(), facts.version(), null, "", "", facts);
    }

    String name() {
        return name;
    }

    String version() {
        return version;
    }

    /** Whether a file with this content says just this. */
    boolean isIn(FileContent other) {
        return content != null && content.isSameAs(other);
    }

    /** @throws RejectedException as {@link ContractFacts#read} */
    ContractFacts all() throws RejectedException {
        ContractFacts known = facts;
        if (known == null) {
            known = ContractFacts.read(file, name, Objects.requireNonNull(content), remedy);
            facts = known;
        }
        return known;
    }
}

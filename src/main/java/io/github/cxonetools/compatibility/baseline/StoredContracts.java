package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.text.VisibleText;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The contracts of one release, one folder or one jar, by the names of their actions. */
public final class StoredContracts {

    private final String place;
    private final String remedy;
    private final SortedMap<String, StoredContract> contracts = new TreeMap<>();
    private final Map<String, String> spellings = new HashMap<>();

    private StoredContracts(String place, String remedy) {
        this.place = place;
        this.remedy = remedy;
    }

    /**
     * Makes contracts of files.
     *
     * @param place what holds the files, for messages
     * @param prefix the path from there to the actions' folders, empty or ending in {@code /}
     * @param folders the files by action, then by file name
     * @param members the bytes of an action's {@code members.json}, none where it has none; asked for when needed
     * @param facts reads an {@code action.json}
     * @param remedy what to do instead where something cannot be read
     * @throws RejectedException that names everything that cannot be read
     */
    static StoredContracts of(
            String place,
            String prefix,
            Map<String, Map<String, FileContent>> folders,
            Function<String, byte[]> members,
            StoredFacts.FactsReader facts,
            String remedy)
            throws RejectedException {
        StoredContracts all = new StoredContracts(place, remedy);
        Findings findings = new Findings();
        for (Map.Entry<String, Map<String, FileContent>> folder : folders.entrySet()) {
            try {
                all.add(read(
                        place + ": " + prefix + folder.getKey() + "/",
                        folder.getKey(),
                        folder.getValue(),
                        members,
                        facts,
                        remedy));
            } catch (RejectedException e) {
                findings.add(String.valueOf(e.getMessage()));
            }
        }
        findings.throwIfAny("The contracts of " + place + " cannot be read");
        return all;
    }

    private static StoredContract read(
            String place,
            String folder,
            Map<String, FileContent> files,
            Function<String, byte[]> members,
            StoredFacts.FactsReader facts,
            String remedy)
            throws RejectedException {
        FileContent action = file(place, files, ContractFacts.ACTION, remedy);
        return new StoredContract(
                facts.read(place + ContractFacts.ACTION, folder, action, remedy),
                schema(place, files, ContractFacts.INPUT, remedy),
                schema(place, files, ContractFacts.OUTPUT, remedy),
                ContractMembers.of(() -> members.apply(folder)));
    }

    private static StoredSchema schema(String place, Map<String, FileContent> files, String name, String remedy)
            throws RejectedException {
        return StoredSchema.of(place + name, file(place, files, name, remedy), remedy);
    }

    /**
     * Makes contracts of such as are in no file.
     *
     * @param place where they come from, for messages
     */
    static StoredContracts of(String place, Collection<Contract> contracts) throws RejectedException {
        StoredContracts all = new StoredContracts(place, ContractFacts.REMEDY);
        for (Contract contract : contracts) {
            all.add(StoredContract.of(contract));
        }
        return all;
    }

    private static FileContent file(String place, Map<String, FileContent> files, String name, String remedy)
            throws RejectedException {
        FileContent content = files.get(name);
        if (content == null) {
            throw new RejectedException(place + " lacks " + name + ". " + remedy);
        }
        return content;
    }

    private void add(StoredContract contract) throws RejectedException {
        String other = spellings.putIfAbsent(contract.name().toLowerCase(Locale.ROOT), contract.name());
        if (other != null) {
            throw new RejectedException(place + " holds " + other + " and " + contract.name()
                    + ", whose names differ in case only. " + remedy);
        }
        contracts.put(contract.name(), contract);
    }

    /** Whether there is no contract at all. */
    public boolean isEmpty() {
        return contracts.isEmpty();
    }

    /** Whether an action of just this name is there. */
    public boolean has(String action) {
        return contracts.containsKey(action);
    }

    /** Whether an action of this name is there, whatever its case. */
    public boolean hasAnySpellingOf(String action) {
        return has(action) || spellings.containsKey(action.toLowerCase(Locale.ROOT));
    }

    /** All of them, by name. */
    public Collection<StoredContract> all() {
        return contracts.values();
    }

    /**
     * The contract of an action; none where the action is not there.
     *
     * @throws RejectedException where it is there in another case: two actions, and yet one folder on some file systems
     */
    public Optional<StoredContract> find(String action) throws RejectedException {
        StoredContract contract = contracts.get(action);
        String spelling = contract == null ? spellings.get(action.toLowerCase(Locale.ROOT)) : null;
        if (spelling != null) {
            throw new RejectedException(action + ": " + place + " has it as " + VisibleText.oneLine(spelling)
                    + ". Names that differ in case only are of different actions. Name the action " + spelling
                    + ", or give it another name");
        }
        return Optional.ofNullable(contract);
    }
}

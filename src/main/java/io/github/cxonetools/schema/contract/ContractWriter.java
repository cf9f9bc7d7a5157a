package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes contracts where the jar carries them. A file that says the same already is left alone. */
final class ContractWriter {

    static final String INPUT = "input.schema.json";
    static final String OUTPUT = "output.schema.json";
    static final String ACTION = "action.json";
    static final String MEMBERS = "members.json";

    /** So many contracts are worth the threads. */
    private static final int MANY = 8;

    private final Path schemaDirectory;
    private final GenerateEvents events;

    ContractWriter(Path schemaDirectory, GenerateEvents events) {
        this.schemaDirectory = schemaDirectory;
        this.events = events;
    }

    /** What became of one contract. */
    private record WriteOutcome(boolean written, @Nullable UnavailableException failure) {}

    /** Writes them, by every core where there are many, and tells in their order of those that were written. */
    void write(List<ContractText> contracts) throws UnavailableException {
        List<WriteOutcome> outcomes = new ArrayList<>();
        if (contracts.size() >= MANY) {
            outcomes.addAll(contracts.parallelStream().map(this::outcome).toList());
        } else {
            for (ContractText contract : contracts) {
                outcomes.add(outcome(contract));
            }
        }
        for (int i = 0; i < contracts.size(); i++) {
            if (outcomes.get(i).failure != null) {
                throw outcomes.get(i).failure;
            }
            if (outcomes.get(i).written) {
                String name = contracts.get(i).name();
                events.written(name, schemaDirectory.resolve(name));
            }
        }
    }

    private WriteOutcome outcome(ContractText contract) {
        try {
            return new WriteOutcome(isWritten(contract), null);
        } catch (UnavailableException e) {
            return new WriteOutcome(false, e);
        }
    }

    /** Writes what differs from the files that are there. */
    private boolean isWritten(ContractText contract) throws UnavailableException {
        Path directory = schemaDirectory.resolve(contract.name());
        boolean written = AtomicFile.writeChanged(directory.resolve(INPUT), contract.input());
        written |= AtomicFile.writeChanged(directory.resolve(OUTPUT), contract.output());
        written |= AtomicFile.writeChanged(directory.resolve(ACTION), contract.action());
        written |= AtomicFile.writeChanged(directory.resolve(MEMBERS), contract.members());
        return written;
    }

    /** Removes the contracts of actions that are declared no more. */
    void remove(List<String> names) throws UnavailableException {
        for (String name : names) {
            remove(name);
        }
    }

    private void remove(String name) throws UnavailableException {
        Path directory = schemaDirectory.resolve(name);
        try {
            for (String file : List.of(INPUT, OUTPUT, ACTION, MEMBERS)) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.delete(directory);
            events.removed(name);
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            return; // Gone already, or somebody keeps files of their own there.
        } catch (IOException e) {
            throw new UnavailableException(
                    "Could not remove the contract of " + name + " from " + directory + ": " + e
                            + ". Remove the folder",
                    e);
        }
    }
}

package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Writes contracts where the jar carries them. A file that says the same already is left alone. */
final class ContractWriter {

    static final String INPUT = "input.schema.json";
    static final String OUTPUT = "output.schema.json";
    static final String ACTION = "action.json";
    static final String MEMBERS = "members.json";

    private final Path schemaDirectory;
    private final GenerateEvents events;

    ContractWriter(Path schemaDirectory, GenerateEvents events) {
        this.schemaDirectory = schemaDirectory;
        this.events = events;
    }

    void write(ContractText contract) throws UnavailableException {
        Path directory = schemaDirectory.resolve(contract.name());
        boolean written = AtomicFile.writeChanged(directory.resolve(INPUT), contract.input());
        written |= AtomicFile.writeChanged(directory.resolve(OUTPUT), contract.output());
        written |= AtomicFile.writeChanged(directory.resolve(ACTION), contract.action());
        written |= AtomicFile.writeChanged(directory.resolve(MEMBERS), contract.members());
        if (written) {
            events.written(contract.name(), directory);
        }
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

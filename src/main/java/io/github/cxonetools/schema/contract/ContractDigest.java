package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The digest of a contract's files: what is up to date is only read and hashed, so no JSON may be loaded for it. */
final class ContractDigest {

    private ContractDigest() {}

    /** A digest over an action's files. */
    static String ofFiles(Path schemaDirectory, String action) throws UnavailableException {
        Path directory = schemaDirectory.resolve(action);
        try {
            return Checksums.of(List.of(
                    Checksums.ofFile(directory.resolve(ContractWriter.INPUT)),
                    Checksums.ofFile(directory.resolve(ContractWriter.OUTPUT)),
                    Checksums.ofFile(directory.resolve(ContractWriter.ACTION)),
                    Checksums.ofFile(directory.resolve(ContractWriter.MEMBERS))));
        } catch (IOException e) {
            throw new UnavailableException("Could not read the contract in " + directory + ": " + e, e);
        }
    }
}

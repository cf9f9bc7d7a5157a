package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.Checksums;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The digest of a contract's files: what is up to date is only read and hashed, so no JSON may be loaded for it. */
final class ContractDigest {

    private ContractDigest() {}

    /** As {@link #ofFiles}, of files that were read. */
    static String of(Map<String, byte[]> files) {
        List<String> checksums = new ArrayList<>();
        for (String file :
                List.of(ContractWriter.INPUT, ContractWriter.OUTPUT, ContractWriter.ACTION, ContractWriter.MEMBERS)) {
            byte[] bytes = files.get(file);
            checksums.add(bytes == null ? Checksums.NONE : Checksums.of(bytes));
        }
        return Checksums.of(checksums);
    }

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

package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.Checksums;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The digest of a contract's files, which is the checksum of each: what is up to date is only read and hashed, so no JSON may be
 * loaded for it.
 */
final class ContractDigest {

    private static final List<String> FILES =
            List.of(ContractWriter.INPUT, ContractWriter.OUTPUT, ContractWriter.ACTION, ContractWriter.MEMBERS);

    /** No checksum holds it. */
    private static final String SEPARATOR = ",";

    private ContractDigest() {}

    /** As {@link #ofFiles}, of files that were read. */
    static String of(Map<String, byte[]> files) {
        List<String> checksums = new ArrayList<>();
        for (String file : FILES) {
            byte[] bytes = files.get(file);
            checksums.add(bytes == null ? Checksums.NONE : Checksums.of(bytes));
        }
        return String.join(SEPARATOR, checksums);
    }

    /** A digest over an action's files. */
    static String ofFiles(Path schemaDirectory, String action) throws UnavailableException {
        Path directory = schemaDirectory.resolve(action);
        List<String> checksums = new ArrayList<>();
        try {
            for (String file : FILES) {
                checksums.add(Checksums.ofFile(directory.resolve(file)));
            }
            return String.join(SEPARATOR, checksums);
        } catch (IOException e) {
            throw new UnavailableException("Could not read the contract in " + directory + ": " + e, e);
        }
    }

    /** The checksum that a digest has of each file. */
    static Map<String, String> checksums(String digest) {
        String[] checksums = digest.split(SEPARATOR, -1);
        Map<String, String> byFile = new HashMap<>();
        for (int i = 0; i < checksums.length; i++) {
            byFile.put(FILES.get(i), checksums[i]);
        }
        return byFile;
    }
}

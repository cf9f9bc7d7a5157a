package io.github.cxonetools.compatibility.baseline;

/**
 * How much of a baseline's jar is read.
 *
 * @param jarBytes the largest jar, in bytes
 * @param entries the most entries a jar may have
 * @param fileBytes the largest file of a contract, in bytes
 * @param contractBytes all files of all contracts, in bytes
 */
record JarLimits(long jarBytes, int entries, int fileBytes, long contractBytes) {

    /** Contracts are refused above 8 MiB where they are generated, unless the project says otherwise. */
    static final JarLimits DEFAULT = new JarLimits(512L << 20, 65_535, 32 << 20, 256L << 20);
}

package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.Checksums;
import io.github.cxonetools.schema.source.SourceRoots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Source files whose comments are in contracts: no class changes with a comment.
 *
 * @param byName a checksum of each, by its name relative to a root; {@code -} where there is no such file
 */
record SourcePrints(SortedMap<String, String> byName) {

    /** From so many files on, several threads gain more than they cost to start. */
    private static final int MANY = 100;

    SourcePrints {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    static SourcePrints of(Collection<String> names, SourceRoots roots) throws UnavailableException {
        try {
            return new SourcePrints(names.size() < MANY ? oneByOne(names, roots) : inParallel(names, roots));
        } catch (UncheckedIOException e) {
            throw new UnavailableException(String.valueOf(e.getMessage()), e);
        }
    }

    private static SortedMap<String, String> oneByOne(Collection<String> names, SourceRoots roots) {
        SortedMap<String, String> prints = new TreeMap<>();
        for (String name : names) {
            prints.put(name, print(name, roots));
        }
        return prints;
    }

    private static SortedMap<String, String> inParallel(Collection<String> names, SourceRoots roots) {
        return names.parallelStream()
                .collect(Collectors.toMap(name -> name, name -> print(name, roots), (a, b) -> a, TreeMap::new));
    }

    private static String print(String name, SourceRoots roots) {
        Path file = roots.find(name);
        try {
            return file == null ? "-" : Checksums.ofFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file + ": " + e + ". Check its permissions", e);
        }
    }

    boolean isStill(SourceRoots roots) throws UnavailableException {
        return byName.equals(of(byName.keySet(), roots).byName);
    }

    /** With what {@code newer} says of files that are in both. */
    SourcePrints and(SourcePrints newer) {
        SortedMap<String, String> all = new TreeMap<>(byName);
        all.putAll(newer.byName);
        return new SourcePrints(all);
    }
}

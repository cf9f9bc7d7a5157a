package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.Checksums;
import io.github.cxonetools.file.FileBytes;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A digest over everything on a class path that can change a contract. Contents count, never times; a folder and a jar with
 * the same classes give the same digest, because a module's siblings stand on its class path as either. Of a jar only the
 * directory is read: it holds each entry's checksum.
 */
public final class ClassPathDigest {

    private final Path excluded;

    private ClassPathDigest(Path excluded) {
        this.excluded = excluded.toAbsolutePath().normalize();
    }

    /** Over {@code classPath}, in its order, without the contracts themselves. */
    public static String of(List<Path> classPath, Path schemaDirectory) throws UnavailableException {
        ClassPathDigest digest = new ClassPathDigest(schemaDirectory);
        List<String> elements = new ArrayList<>();
        for (Path element : classPath) {
            try {
                List<String> entries = new ArrayList<>();
                if (Files.isDirectory(element)) {
                    digest.folder(element, entries);
                } else if (Files.isRegularFile(element)) {
                    jar(element, entries);
                }
                Collections.sort(entries);
                elements.add(Checksums.of(entries));
            } catch (IOException e) {
                throw new UnavailableException(
                        "Could not read " + element + " on the class path: " + e
                                + ". Remove it from the local repository, so that Maven fetches it again",
                        e);
            }
        }
        return Checksums.of(elements);
    }

    private static void add(String name, long size, long crc, List<String> entries) {
        entries.add(new StringBuilder(name)
                .append(' ')
                .append(size)
                .append(' ')
                .append(crc)
                .append('\n')
                .toString());
    }

    private static boolean counts(String name) {
        return name.endsWith(".class")
                || name.startsWith("META-INF/services/")
                || name.startsWith("META-INF/") && name.endsWith(".xml") && !name.startsWith("META-INF/maven/");
    }

    private static void jar(Path jar, List<String> entries) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (counts(entry.getName())) {
                    add(entry.getName(), entry.getSize(), entry.getCrc(), entries);
                }
            }
        }
    }

    private void folder(Path folder, List<String> entries) throws IOException {
        int root = folder.resolve("x").toString().length() - 1;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.toAbsolutePath().normalize().equals(excluded)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = file.toString().substring(root).replace('\\', '/');
                if (counts(name)) {
                    byte[] bytes = FileBytes.read(file);
                    CRC32 checksum = new CRC32();
                    checksum.update(bytes);
                    add(name, bytes.length, checksum.getValue(), entries);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

package io.github.cxonetools.schema.contract;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.Checksums;
import io.github.cxonetools.file.FileBytes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What generating contracts has looked up on the class path and among sources, found or not, and what it was like. Only this vouches for a
 * contract: what others write beside it, or do to the code of a class to see what is covered, decides nothing.
 *
 * @param prints by the file's name: size and checksum of its content, and of a class in a folder its shape
 */
record ReachedClasses(SortedMap<String, String> prints) {

    static final String CLASSES = "the classes";

    private static final String COMMENTS = "the classes' sources, whose comments it has,";
    private static final String ABSENT = "-";
    private static final String CLASS = ".class";
    private static final String SOURCE = ".java";

    public ReachedClasses {
        prints = Collections.unmodifiableSortedMap(new TreeMap<>(prints));
    }

    /** @param loaded what was made of class files already */
    static ReachedClasses of(Collection<String> names, List<Path> classPath, ClassPrints loaded)
            throws UnavailableException {
        SortedMap<String, String> prints = new TreeMap<>();
        try (Elements elements = new Elements(classPath, loaded)) {
            for (String name : names) {
                prints.put(name, elements.print(name, true));
            }
        }
        return new ReachedClasses(prints);
    }

    /**
     * What of it the path no longer has as it was, in words; null for nothing. A source may be gone: whoever deploys need not
     * have what only a build makes.
     *
     * @param lines as {@link #lines}
     */
    static @Nullable String changed(List<String> lines, List<Path> classPath) throws UnavailableException {
        boolean comments = false;
        try (Elements elements = new Elements(classPath, new ClassPrints())) {
            for (String line : lines) {
                int space = line.indexOf(' ');
                String before = line.substring(0, Math.max(0, space));
                String name = line.substring(space + 1);
                if (name.endsWith(SOURCE)) {
                    String now = elements.source(name);
                    comments |= !now.equals(ABSENT) && !now.equals(before);
                } else if (!content(before).equals(elements.print(name, false))
                        && !ClassShape.isSameButForCoverage(shape(before), shape(elements.print(name, true)))) {
                    return CLASSES;
                }
            }
            return comments ? COMMENTS : null;
        }
    }

    private static String content(String print) {
        int colon = print.indexOf(':');
        return colon < 0 ? print : print.substring(0, colon);
    }

    private static String shape(String print) {
        return print.substring(print.indexOf(':') + 1);
    }

    /** A name for just this. */
    String digest() {
        return digest(lines());
    }

    static String digest(List<String> lines) {
        return Checksums.of(lines);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        prints.forEach((name, print) -> lines.add(print + " " + name));
        return lines;
    }

    static ReachedClasses ofLines(List<String> lines) {
        SortedMap<String, String> prints = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            prints.put(line.substring(space + 1), line.substring(0, Math.max(0, space)));
        }
        return new ReachedClasses(prints);
    }

    /** A class path that is open. */
    private static final class Elements implements AutoCloseable {

        private final ClassPrints loaded;
        private final List<JarFile> jars = new ArrayList<>();
        private final List<Object> inOrder = new ArrayList<>();

        /** Those of {@link #inOrder}: a source is in no jar. */
        private final List<File> folders = new ArrayList<>();

        Elements(List<Path> classPath, ClassPrints loaded) throws UnavailableException {
            this.loaded = loaded;
            for (Path element : classPath) {
                try {
                    if (Files.isDirectory(element)) {
                        File folder = element.toFile();
                        inOrder.add(folder);
                        folders.add(folder);
                    } else if (Files.isRegularFile(element)) {
                        JarFile jar = new JarFile(element.toFile(), false, ZipFile.OPEN_READ, JarFile.runtimeVersion());
                        jars.add(jar);
                        inOrder.add(jar);
                    }
                } catch (IOException e) {
                    close();
                    throw unreadable(element, e);
                }
            }
        }

        /** Of a class the first that is found, of another file all; sources are in folders alone. */
        String print(String name, boolean withShape) throws UnavailableException {
            if (name.endsWith(SOURCE)) {
                return source(name);
            }
            boolean isClass = name.endsWith(CLASS);
            StringBuilder print = new StringBuilder();
            for (Object element : inOrder) {
                String found = element instanceof JarFile jar
                        ? print(jar, name)
                        : print(new File((File) element, name), withShape && isClass);
                if (!found.isEmpty() && isClass) {
                    return found;
                }
                print.append(found.isEmpty() ? "" : found + ",");
            }
            return print.isEmpty() ? ABSENT : print.toString();
        }

        String source(String name) throws UnavailableException {
            StringBuilder print = new StringBuilder();
            for (File folder : folders) {
                File file = new File(folder, name);
                if (file.isFile()) {
                    print.append(ClassPrints.content(read(file))).append(',');
                }
            }
            return print.isEmpty() ? ABSENT : print.toString();
        }

        private static String print(JarFile jar, String name) {
            JarEntry entry = jar.getJarEntry(name);
            return entry == null || entry.isDirectory() ? "" : entry.getSize() + "-" + Long.toHexString(entry.getCrc());
        }

        private String print(File file, boolean withShape) throws UnavailableException {
            String known = loaded.of(file);
            if (known != null || !file.isFile()) {
                return known == null ? "" : known;
            }
            byte[] bytes = read(file);
            return withShape ? ClassPrints.of(bytes) : ClassPrints.content(bytes);
        }

        private static byte[] read(File file) throws UnavailableException {
            try {
                return FileBytes.read(file);
            } catch (IOException e) {
                throw unreadable(file.toPath(), e);
            }
        }

        private static UnavailableException unreadable(Path element, IOException e) {
            return new UnavailableException(
                    "Could not read " + element + " on the class path: " + e
                            + ". Remove it from the local repository, so that Maven fetches it again",
                    e);
        }

        @Override
        public void close() {
            for (JarFile jar : jars) {
                try {
                    jar.close();
                } catch (IOException e) {
                    // It was only read.
                }
            }
        }
    }
}

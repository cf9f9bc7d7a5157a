package io.github.cxonetools.execution;

import io.github.cxonetools.execution.worker.WorkerHandshake;
import io.github.cxonetools.execution.worker.WorkerMain;
import io.github.cxonetools.file.TemporaryNames;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A directory of the user's own for one build's workers: the worker's classes, and nothing else of this plugin's. */
final class WorkerFiles implements AutoCloseable {

    private static final String PREFIX = "cxone-handlers";

    private final Path directory;
    private final Path jar;
    private int invitations;

    private WorkerFiles(Path directory, Path jar) {
        this.directory = directory;
        this.jar = jar;
    }

    /** Through a buffer: a jar's own numbers are written byte by byte. */
    static WorkerFiles create() throws IOException {
        Path directory = newDirectory();
        removeAbandoned(directory);
        Path jar = directory.resolve("worker.jar");
        try (ZipOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            out.setLevel(0);
            copyWorker(out);
        }
        return new WorkerFiles(directory, jar);
    }

    /** As {@code Files.createTempDirectory} makes one, under a name that tells whose it is. */
    private static Path newDirectory() throws IOException {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        Path directory = parent.resolve(TemporaryNames.of(PREFIX));
        return parent.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? Files.createDirectory(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createDirectory(directory);
    }

    /** What builds that were ended by a signal have left, and only this user's. */
    private static void removeAbandoned(Path own) {
        for (Path abandoned : TemporaryNames.abandoned(Objects.requireNonNull(own.getParent()), PREFIX)) {
            try {
                if (Files.getOwner(abandoned, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own))) {
                    delete(abandoned);
                }
            } catch (IOException | UnsupportedOperationException e) {
                // To clean up after others is no reason to fail.
            }
        }
    }

    private static void copyWorker(ZipOutputStream out) throws IOException {
        String folder = WorkerMain.class.getPackageName().replace('.', '/');
        Path home = locationOf(WorkerMain.class);
        if (Files.isDirectory(home)) {
            copyFolder(home.resolve(folder), folder, out);
            return;
        }
        try (ZipFile zip = new ZipFile(home.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().startsWith(folder + "/") && entry.getName().endsWith(".class")) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    zip.getInputStream(entry).transferTo(out);
                }
            }
        }
    }

    private static void copyFolder(Path from, String folder, ZipOutputStream out) throws IOException {
        try (DirectoryStream<Path> classes = Files.newDirectoryStream(from)) {
            for (Path file : classes) {
                out.putNextEntry(new ZipEntry(folder + "/" + file.getFileName()));
                Files.copy(file, out);
            }
        }
    }

    /** The jar or directory that a class was loaded from. */
    static Path locationOf(Class<?> type) throws IOException {
        try {
            URI location =
                    type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IOException("Could not find the jar of " + type.getName(), e);
        }
    }

    /** An argument file, because class paths outgrow command lines; {@code @} and the file is the argument. */
    Path writeArguments(List<Path> classPath, String... arguments) throws IOException {
        List<Path> entries = classPath.stream().anyMatch(WorkerFiles::hasSeparator)
                ? List.of(jar, writeClassPathJar(classPath))
                : Stream.concat(Stream.of(jar), classPath.stream()).toList();
        String path = entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        Path file = directory.resolve("arguments");
        String text = Stream.concat(Stream.of("-cp", path), Stream.of(arguments))
                .map(argument -> '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n")
                .collect(Collectors.joining());
        return Files.writeString(file, text);
    }

    private static boolean hasSeparator(Path entry) {
        return entry.toString().contains(File.pathSeparator);
    }

    /** A manifest lists URLs, in which the character that separates paths is one like any other. */
    private Path writeClassPathJar(List<Path> classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        classPath.stream()
                                .map(entry -> entry.toUri().toASCIIString())
                                .collect(Collectors.joining(" ")));
        Path file = directory.resolve("classpath.jar");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file;
    }

    Path write(WorkerHandshake invitation) throws IOException {
        Path file = directory.resolve("invitation-" + ++invitations);
        invitation.write(file);
        return file;
    }

    @Override
    public void close() throws IOException {
        delete(directory);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}

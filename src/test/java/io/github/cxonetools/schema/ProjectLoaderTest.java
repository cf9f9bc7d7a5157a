package io.github.cxonetools.schema;

import io.github.cxonetools.schema.classes.ProjectClasses;
import io.github.cxonetools.schema.classes.ProjectLoader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ProjectLoaderTest {

    @TempDir
    Path directory;

    @Test
    void theFirstElementThatHasAClassGivesIt() throws Exception {
        Path first = jar("first.jar", false, compiled("one", "public class Thing { public static final int OF = 1; }"));
        Path second = compiled("two", "public class Thing { public static final int OF = 2; }");
        assertThat(of(List.of(first, second))).isEqualTo(1);
        assertThat(of(List.of(second, first))).isEqualTo(2);
    }

    @Test
    void whatCannotBeReadHasNoClasses() throws Exception {
        Path corrupt = Files.writeString(directory.resolve("corrupt.jar"), "no jar");
        Path missing = directory.resolve("missing");
        Path classes = compiled("one", "public class Thing { public static final int OF = 1; }");
        assertThat(of(List.of(corrupt, missing, classes))).isEqualTo(1);
        try (ProjectLoader loader = new ProjectLoader(List.of(corrupt, missing))) {
            assertThatThrownBy(() -> loader.loadClass("Thing")).isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void aMultiReleaseJarGivesTheClassOfThisJava() throws Exception {
        Path base = compiled("base", "public class Thing { public static final int OF = 8; }");
        Path newer = compiled("newer", "public class Thing { public static final int OF = 17; }");
        Files.createDirectories(base.resolve("META-INF/versions/17"));
        Files.copy(newer.resolve("Thing.class"), base.resolve("META-INF/versions/17/Thing.class"));
        assertThat(of(List.of(jar("both.jar", true, base)))).isEqualTo(17);
    }

    @Test
    void resourcesAndTheOriginOfAClassAreFound() throws Exception {
        Path classes = compiled("one", "public class Thing { public static final int OF = 1; }");
        Files.writeString(classes.resolve("note.txt"), "here");
        Path jar = jar("one.jar", false, classes);
        try (ProjectLoader loader = new ProjectLoader(List.of(jar))) {
            assertThat(loader.getResourceAsStream("note.txt")).hasContent("here");
            assertThat(loader.loadClass("Thing")
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation())
                    .isEqualTo(jar.toUri().toURL());
            assertThat(loader.loadClass("Thing").getClassLoader()).isSameAs(loader);
        }
    }

    @Test
    void whatIsLoadedFromFoldersIsToldOnceWithItsBytes() throws Exception {
        Path jar = jar("one.jar", false, compiled("packed", "public class Packed {}"));
        Path empty = Files.createDirectories(directory.resolve("empty"));
        Path first = compiled("first", "public class Thing {}");
        Path second = compiled("second", "public class Thing { int of; }");
        Map<File, byte[]> told = new HashMap<>();

        try (ProjectClasses classes = ProjectClasses.open(
                List.of(jar, empty, first, second),
                (file, bytes) -> assertThat(told.put(file, bytes)).isNull())) {
            classes.load("Thing");
            classes.load("Thing");
            classes.load("Packed");
            assertThat(classes.has("Missing")).isFalse();
        }

        File loaded = first.resolve("Thing.class").toFile();
        assertThat(told).containsOnlyKeys(loaded);
        assertThat(told.get(loaded)).isEqualTo(Files.readAllBytes(loaded.toPath()));
    }

    private static int of(List<Path> classPath) throws Exception {
        try (ProjectLoader loader = new ProjectLoader(classPath)) {
            return loader.loadClass("Thing").getField("OF").getInt(null);
        }
    }

    private Path compiled(String folder, String source) throws IOException {
        return Compiled.into(directory.resolve(folder), List.of(), source);
    }

    private Path jar(String name, boolean multiRelease, Path classes) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Multi-Release", String.valueOf(multiRelease));
        Path jar = directory.resolve(name);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest);
                var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
            }
        }
        return jar;
    }
}

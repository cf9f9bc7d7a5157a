package io.github.cxonetools.scaffold;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of an action: written where they are missing, and never over others. */
public final class Scaffold {

    private static final String GITIGNORE = ".gitignore";

    private final ProjectLayout layout;
    private final ScaffoldNames names;
    private final Templates templates;

    public Scaffold(ProjectLayout layout, ScaffoldNames names, PluginCoordinates plugin) {
        this.layout = layout;
        this.names = names;
        this.templates = new Templates(names, plugin);
    }

    /**
     * Makes a project where there is no POM.
     *
     * @return what was done, line by line
     * @throws CxoneException where other files of these names are there, before anything is written
     */
    public List<String> newProject() throws CxoneException {
        Map<Path, String> files = files();
        requireFree(files);
        Path pom = layout.directory().resolve("pom.xml");
        if (Files.exists(pom)) {
            throw new RejectedException("pom.xml is there already, but Maven does not read it. Move it away");
        }
        List<String> lines = write(files);
        lines.addAll(gitignore());
        lines.addAll(root());
        // Last, so that what was interrupted is completed by the same command.
        lines.addAll(write(Map.of(pom, templates.text("pom.xml"))));
        return lines;
    }

    /**
     * Adds an action to a project.
     *
     * @return what was done and what was left alone, line by line
     */
    public List<String> missingFiles() throws CxoneException {
        Map<Path, String> files = files();
        requireFolders(files.keySet());
        return write(files);
    }

    /** Adds the file that keeps what is secret or passing out of Git, or says which lines are missing in it. */
    public List<String> gitignore() throws CxoneException {
        Path file = layout.directory().resolve(GITIGNORE);
        String wanted = templates.text("gitignore");
        String present = read(file);
        if (present == null) {
            return write(Map.of(file, wanted));
        }
        List<String> there = present.lines().map(String::strip).toList();
        List<String> missing = wanted.lines()
                .filter(line -> !line.startsWith("#") && !there.contains(line))
                .toList();
        return missing.isEmpty() ? List.of() : List.of("Add to " + GITIGNORE + ": " + String.join(" ", missing));
    }

    /** Marks the project's root, as Maven 4 wants it, unless it lies within another's. */
    private List<String> root() throws CxoneException {
        for (Path folder = layout.directory().toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".mvn"))) {
                return List.of();
            }
        }
        return write(Map.of(layout.directory().resolve(".mvn/.gitkeep"), templates.text("gitkeep")));
    }

    /**
     * What to paste into a project's POM.
     *
     * @param hasPlugin whether the POM has this plugin already
     * @param hasDependencies whether it has what the classes are compiled with
     */
    public List<String> snippet(boolean hasPlugin, boolean hasDependencies) {
        List<String> lines = new ArrayList<>();
        if (!hasDependencies) {
            add(lines, "Add to the <dependencies> of the POM what it does not have yet:", "dependencies.xml");
        }
        if (hasPlugin) {
            add(lines, "Add to the <actions> in the <configuration> of cxone-maven-plugin:", "action.xml");
        } else {
            add(lines, "Add to the <plugins> of the <build>:", "plugin.xml");
            add(lines, "Add to the <profiles>:", "profile.xml");
        }
        return lines;
    }

    private void add(List<String> lines, String sentence, String template) {
        lines.add(sentence);
        templates.text(template).lines().forEach(lines::add);
    }

    private Map<Path, String> files() {
        Path sources = layout.sources().resolve(names.packageName().replace('.', '/'));
        Path fixtures = layout.fixtures().resolve(names.action());
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(sources.resolve(names.handler() + ".java"), templates.text("Handler.java"));
        files.put(sources.resolve(names.handler() + "Request.java"), templates.text("Request.java"));
        files.put(sources.resolve(names.handler() + "Response.java"), templates.text("Response.java"));
        for (String fixture : List.of("greets", "empty-name")) {
            for (String file : List.of(fixture + ".json", fixture + ".expected.json")) {
                files.put(fixtures.resolve(file), templates.text(file));
            }
        }
        return files;
    }

    private void requireFree(Map<Path, String> files) throws CxoneException {
        requireFolders(files.keySet());
        Findings findings = new Findings();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            String present = read(file.getKey());
            if (present != null && !present.equals(file.getValue())) {
                findings.add(layout.shown(file.getKey())
                        + " is there already, and no pom.xml. Move it away, or choose another"
                        + " name: -Dcxone.action=<name>");
            }
        }
        findings.throwIfAny("Nothing was written, because it would be over existing files");
    }

    private void requireFolders(Iterable<Path> files) throws CxoneException {
        if (!Files.isWritable(layout.directory())) {
            throw new UnavailableException("Cannot write into " + layout.directory()
                    + ". Check its permissions, or run this in another folder");
        }
        Findings findings = new Findings();
        for (Path file : files) {
            for (Path folder = file.getParent();
                    folder != null && folder.startsWith(layout.directory());
                    folder = folder.getParent()) {
                if (Files.exists(folder) && !Files.isDirectory(folder)) {
                    findings.add(layout.shown(folder) + " is a file, where a folder is needed. Move it away");
                }
            }
        }
        findings.throwIfAny("Nothing was written, because folders cannot be made");
    }

    private List<String> write(Map<Path, String> files) throws CxoneException {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            String shown = layout.shown(file.getKey());
            if (Files.exists(file.getKey())) {
                lines.add(shown + " is there already");
            } else {
                AtomicFile.writeChanged(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8));
                lines.add(shown + ": written");
            }
        }
        return lines;
    }

    /** Null where there is none. */
    private static @Nullable String read(Path file) throws UnavailableException {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e, e);
        }
    }
}

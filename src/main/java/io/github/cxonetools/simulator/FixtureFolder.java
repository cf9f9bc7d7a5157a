package io.github.cxonetools.simulator;

import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through the folder of fixtures, and says what in it cannot be played instead of passing it over. */
final class FixtureFolder {

    private static final String JSON = ".json";
    private static final String EXPECTED = ".expected.json";

    private final Path root;
    private final Findings findings;
    private final List<Fixture> fixtures = new ArrayList<>();

    private FixtureFolder(Path root, Findings findings) {
        this.root = root;
        this.findings = findings;
    }

    static List<Fixture> scan(Path directory, Collection<String> actions, FixturePattern wanted, Findings findings)
            throws UnavailableException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        FixtureFolder folder;
        try {
            folder = new FixtureFolder(directory.toRealPath(), findings);
            for (Path entry : list(directory)) {
                folder.visit(entry, actions);
            }
        } catch (IOException e) {
            throw new UnavailableException("Could not read the fixtures in " + directory, e);
        }
        return folder.fixtures.stream()
                .filter(wanted::takes)
                .sorted(Comparator.comparing(Fixture::action).thenComparing(Fixture::name))
                .toList();
    }

    private void visit(Path entry, Collection<String> actions) throws IOException {
        String name = nameOf(entry);
        if (Files.isDirectory(entry)) {
            if (actions.contains(name)) {
                visitAction(entry, name);
            } else {
                findings.add(entry + ": no action is named " + name + ". Rename the folder, or declare the action");
            }
        } else if (name.endsWith(JSON)) {
            findings.add(entry + ": lies in no action's folder. Move it into one");
        }
    }

    private void visitAction(Path folder, String action) throws IOException {
        if (look(folder) == null) {
            return;
        }
        Map<String, Path> payloads = new HashMap<>();
        Map<String, Path> expectations = new HashMap<>();
        for (Path file : list(folder)) {
            String name = nameOf(file);
            if (!name.endsWith(JSON) && Files.isDirectory(file)) {
                findings.add(file + ": a folder in an action's folder. Move its fixtures up");
            } else if (name.endsWith(EXPECTED)) {
                expectations.put(cut(name, EXPECTED), file);
            } else if (name.endsWith(JSON)) {
                payloads.put(cut(name, JSON), file);
            } else if (name.toLowerCase(Locale.ROOT).endsWith(JSON)) {
                findings.add(file + ": would be a fixture if its name ended in .json. Rename it");
            }
        }
        expectations.forEach((name, file) -> {
            if (!payloads.containsKey(name)) {
                findings.add(file + ": expects something of a fixture that is not there. Add " + name + JSON
                        + ", or delete it");
            }
        });
        payloads.forEach((name, file) -> add(new Fixture(action, name, file, expectations.get(name))));
    }

    private void add(Fixture fixture) {
        Path expectation = fixture.expectation();
        if (isFile(fixture.file()) && (expectation == null || isFile(expectation))) {
            fixtures.add(fixture);
        }
    }

    /** Nobody may ever write to a pipe, and what else there is can be read even less. */
    private boolean isFile(Path path) {
        if (!isNamedForThisMachine(path)) {
            return false;
        }
        BasicFileAttributes attributes = look(path);
        if (attributes != null && !attributes.isRegularFile()) {
            findings.add(path + ": is no file");
        }
        return attributes != null && attributes.isRegularFile();
    }

    /** What is at {@code path}, or null where it may not be read. */
    private @Nullable BasicFileAttributes look(Path path) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                attributes = follow(path);
            }
        } catch (IOException e) {
            findings.add(path + ": a link to nowhere. Delete it");
            return null;
        }
        if (attributes != null && !Files.isReadable(path)) {
            findings.add(path + ": cannot be read. Check its permissions");
            return null;
        }
        return attributes;
    }

    /** A link may point within the folder, never out of it: a build must not play or print what lies elsewhere. */
    private @Nullable BasicFileAttributes follow(Path link) throws IOException {
        if (link.toRealPath().startsWith(root)) {
            return Files.readAttributes(link, BasicFileAttributes.class);
        }
        findings.add(link + ": a link out of the fixtures' folder. Copy the file instead");
        return null;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isHidden(nameOf(entry))).sorted().toList();
        }
    }

    /** As editors and operating systems hide; two dots are nobody's habit. */
    private static boolean isHidden(String name) {
        return name.startsWith(".") && !name.startsWith("..");
    }

    /** What a build in another locale has named would be written wrongly here, and not found again. */
    private boolean isNamedForThisMachine(Path file) {
        try {
            if (file.resolveSibling(nameOf(file)).equals(file)) {
                return true;
            }
        } catch (InvalidPathException e) {
            // Not even a wrong name can be made of it.
        }
        findings.add(file + ": its name is not in this machine's character set ("
                + System.getProperty("sun.jnu.encoding") + "). Rename it, or set LC_ALL=C.UTF-8");
        return false;
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }

    private static String cut(String name, String ending) {
        return name.substring(0, name.length() - ending.length());
    }
}

package io.github.cxonetools.deployment.pull;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.baseline.TenantFolder;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes versions of a tenant into a directory, which then holds what the tenant has, as far as it is selected: what says the
 * same already is left alone, and what the tenant no longer has is removed.
 */
public final class PulledFiles {

    /** The format of {@code action.json} that {@code generate} writes. */
    private static final int FORMAT = 1;

    private final Path directory;

    public PulledFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes {@code versions}, which are all that {@code selection} holds in the tenant. */
    public PullResult write(List<PulledVersion> versions, PullSelection selection) throws UnavailableException {
        Map<PulledVersion, Path> folders = new VersionFolders(directory, selection).of(versions);
        List<PullResult.VersionOutcome> outcomes = new ArrayList<>();
        for (PulledVersion version : versions) {
            outcomes.add(write(version, Objects.requireNonNull(folders.get(version))));
        }
        return new PullResult(outcomes, removeOthers(selection, new HashSet<>(folders.values())));
    }

    private PullResult.VersionOutcome write(PulledVersion version, Path folder) throws UnavailableException {
        PulledSchema input = version.input();
        PulledSchema output = version.output();
        if (input == null || output == null || version.holdsSecret()) {
            return outcome(version, folder, PullResult.PullKind.LEFT_OUT);
        }
        boolean isWritten = writeSchema(folder.resolve(TenantFolder.INPUT), input);
        isWritten |= writeSchema(folder.resolve(TenantFolder.OUTPUT), output);
        isWritten |= AtomicFile.writeChanged(folder.resolve(TenantFolder.ACTION), bytes(facts(version)));
        return outcome(version, folder, isWritten ? PullResult.PullKind.WRITTEN : PullResult.PullKind.UNCHANGED);
    }

    private PullResult.VersionOutcome outcome(PulledVersion version, Path folder, PullResult.PullKind kind) {
        String place = directory.relativize(folder).toString().replace('\\', '/');
        return new PullResult.VersionOutcome(version, place, kind);
    }

    /** A tenant may tell the members of a schema in another order each time, which says nothing. */
    private static boolean writeSchema(Path file, PulledSchema schema) throws UnavailableException {
        byte[] text = schema.text().getBytes(StandardCharsets.UTF_8);
        return !saysTheSame(file, text) && AtomicFile.writeChanged(file, text);
    }

    private static boolean saysTheSame(Path file, byte[] text) throws UnavailableException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            byte[] before = Files.readAllBytes(file);
            return Arrays.equals(before, text) || Json.read(before).equals(Json.read(text));
        } catch (JacksonException e) {
            return false;
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file + ": " + e, e);
        }
    }

    /** No id and no URL: what is bound to one tenant would keep two from being compared. */
    private static ObjectNode facts(PulledVersion pulled) {
        ActionVersion version = pulled.version();
        ObjectNode facts =
                Json.object().put("format", FORMAT).put("name", version.name()).put("version", version.version());
        if (version.description() != null) {
            facts.put("description", version.description());
        }
        facts.put("timeoutMs", version.timeoutMs());
        if (pulled.isDeprecated()) {
            facts.put(TenantFolder.DEPRECATED, true);
        }
        return facts;
    }

    private static byte[] bytes(ObjectNode json) {
        return Json.pretty(json).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> removeOthers(PullSelection selection, Set<Path> kept) throws UnavailableException {
        List<String> removed = new ArrayList<>();
        for (TenantFolder.PulledFolder found : TenantFolder.versions(directory)) {
            if (!kept.contains(found.folder()) && selection.holds(found.name(), found.version())) {
                remove(found.folder());
                removed.add(found.name() + " " + found.version());
            }
        }
        return removed;
    }

    /** Whatever others keep there stays. */
    private static void remove(Path folder) throws UnavailableException {
        try {
            for (String file : TenantFolder.FILES) {
                Files.deleteIfExists(folder.resolve(file));
            }
            Files.delete(folder);
            Files.delete(Objects.requireNonNull(folder.getParent()));
        } catch (DirectoryNotEmptyException | NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UnavailableException("Could not remove " + folder + ": " + e + ". Remove the folder", e);
        }
    }
}

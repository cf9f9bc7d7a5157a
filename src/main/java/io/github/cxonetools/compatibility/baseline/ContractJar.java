package io.github.cxonetools.compatibility.baseline;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.text.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The contracts that a jar carries in {@code META-INF/cxone}. It is read as data: nothing is unpacked, no class loaded. */
public final class ContractJar {

    private static final String FOLDER = "META-INF/cxone/";

    /** A web archive, and an executable jar of Spring Boot, have the classes of their project below a folder. */
    private static final Pattern FILE = Pattern.compile("(?:(?:WEB|BOOT)-INF/classes/)?" + FOLDER
            + "([^/]+)/((?:action|members)\\.json|(?:in|out)put\\.schema\\.json)");

    private final String label;
    private final JarLimits limits;
    private final String remedy;
    private final Map<String, Map<String, FileContent>> folders = new TreeMap<>();
    private final Map<String, byte[]> members = new HashMap<>();
    private long bytes;

    private ContractJar(String label, JarLimits limits, String remedy) {
        this.label = label;
        this.limits = limits;
        this.remedy = remedy;
    }

    /**
     * Reads a jar; nothing is in the result where the jar carries no contracts.
     *
     * @param label the jar's coordinates, for messages
     * @throws RejectedException where it is no jar, exceeds a limit, or holds what is no contract of a known format
     */
    public static StoredContracts read(Path jar, String label) throws CxoneException {
        return read(jar, label, JarLimits.DEFAULT);
    }

    private byte[] members(String action) {
        return members.getOrDefault(action, new byte[0]);
    }

    /** As above, for one that is no baseline: {@code remedy} is what to do instead where it cannot be read. */
    public static StoredContracts read(Path jar, String label, String remedy) throws CxoneException {
        return read(jar, label, JarLimits.DEFAULT, remedy);
    }

    static StoredContracts read(Path jar, String label, JarLimits limits) throws CxoneException {
        return read(jar, label, limits, ContractFacts.REMEDY);
    }

    private static StoredContracts read(Path jar, String label, JarLimits limits, String remedy) throws CxoneException {
        ContractJar contents = new ContractJar(label, limits, remedy);
        try {
            contents.requireAtMost(Files.size(jar), limits.jarBytes(), "the jar");
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                contents.read(zip);
            }
        } catch (ZipException e) {
            throw new RejectedException(
                    label + ": " + jar + " is not a jar that can be read: " + e.getMessage()
                            + ". Delete it, so that Maven" + " downloads it again",
                    e);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + jar + " of " + label + ": " + e, e);
        }
        return StoredContracts.of(label, FOLDER, contents.folders, contents::members, StoredFacts::read, remedy);
    }

    private void read(ZipFile zip) throws IOException, RejectedException {
        if (zip.size() > limits.entries()) {
            throw new RejectedException(label + ": the jar has " + zip.size() + " entries, and at most "
                    + limits.entries() + " are read. " + remedy);
        }
        Set<String> names = new HashSet<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            requireInside(name);
            Matcher file = FILE.matcher(name);
            if (file.matches()) {
                if (!names.add(file.group(1) + '/' + file.group(2))) {
                    throw new RejectedException(
                            label + ": the jar has " + VisibleText.oneLine(name) + " twice. " + remedy);
                }
                Map<String, FileContent> files = folders.computeIfAbsent(file.group(1), folder -> new TreeMap<>());
                if (file.group(2).equals(ContractMembers.FILE)) {
                    members.put(file.group(1), content(zip, entry));
                } else {
                    files.put(file.group(2), FileContent.of(content(zip, entry)));
                }
            }
        }
    }

    private void requireInside(String name) throws RejectedException {
        boolean leadsOut = name.startsWith("/")
                || name.indexOf('\\') >= 0
                || name.matches("[A-Za-z]:.*")
                || Arrays.asList(name.split("/")).contains("..");
        if (leadsOut) {
            throw new RejectedException(label + ": the jar has an entry that leads out of it, "
                    + VisibleText.oneLine(name) + ", so it is none that Maven made. " + remedy);
        }
    }

    /** What an entry's head says of its size may be wrong. */
    private byte[] content(ZipFile zip, ZipEntry entry) throws IOException, RejectedException {
        String file = VisibleText.oneLine(entry.getName());
        requireAtMost(entry.getSize(), limits.fileBytes(), file);
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(limits.fileBytes() + 1);
            requireAtMost(content.length, limits.fileBytes(), file);
            bytes += content.length;
            requireAtMost(bytes, limits.contractBytes(), "what is in " + FOLDER);
            return content;
        }
    }

    private void requireAtMost(long size, long most, String what) throws RejectedException {
        if (size > most) {
            throw new RejectedException(label + ": " + what + " is larger than " + most
                    + " bytes, which is the most that is read. " + remedy);
        }
    }
}

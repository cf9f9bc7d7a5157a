package io.github.cxonetools;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The site's page on the architecture, as far as a test can hold it: floors, rooms and doors. */
final class ArchitecturePage {

    private static final Path PAGE = Path.of("src", "site", "markdown", "architecture.md");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private final List<String> lines;

    ArchitecturePage() {
        try {
            lines = Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rooms of each floor, from the top. */
    List<List<String>> floors() {
        return section("Floors").stream()
                .filter(line -> line.startsWith("| ") && line.contains("`"))
                .map(ArchitecturePage::words)
                .toList();
    }

    /** The floors within a room, from the top, by the room's name. */
    Map<String, List<List<String>>> innerFloors() {
        Map<String, List<List<String>>> floors = new TreeMap<>();
        for (String line : section("Floors within a room")) {
            if (line.startsWith("| `")) {
                String[] cells = line.split("\\|");
                List<List<String>> inner = new ArrayList<>();
                for (String floor : cells[2].split("→")) {
                    inner.add(words(floor));
                }
                floors.put(words(cells[1]).get(0), inner);
            }
        }
        return floors;
    }

    /** The packages that the page describes. */
    List<String> rooms() {
        return section("Rooms").stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> words(line).get(0))
                .toList();
    }

    /** The types of a package that others may use, by package. */
    Map<String, List<String>> doors() {
        Map<String, List<String>> doors = new TreeMap<>();
        for (String line : section("Doors")) {
            if (line.startsWith("- `")) {
                String[] parts = line.split("`: ");
                doors.put(parts[0].substring(3), List.of(parts[1].split(", ")));
            }
        }
        return doors;
    }

    private List<String> section(String title) {
        int start = lines.indexOf("## " + title);
        if (start < 0) {
            throw new AssertionError(PAGE + " has no section \"" + title + "\"");
        }
        List<String> section = new ArrayList<>();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.startsWith("## ")) {
                break;
            }
            section.add(line);
        }
        return section;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = CODE.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }
}

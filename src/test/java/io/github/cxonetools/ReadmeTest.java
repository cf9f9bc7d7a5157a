package io.github.cxonetools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the README's tables against the plugin descriptor, so that neither can change alone. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    /** Surefire's switches, and the skip switches, which the README tells in a sentence. */
    private static final Set<String> TOLD_IN_PROSE = Set.of("skip", "skipTests", "mavenTestSkip", "testFailureIgnore");

    @Test
    void theGoalsTableListsEveryGoalWithItsPhase() throws Exception {
        Map<String, String> described = new TreeMap<>();
        for (Element mojo : children(mojos(), "mojo")) {
            described.put("`" + text(mojo, "goal") + "`", quoted(text(mojo, "phase")));
        }
        Map<String, String> told = new TreeMap<>();
        for (List<String> row : rows("## Goals", "\n## ")) {
            told.put(row.get(0), row.get(1));
        }
        assertThat(told).isEqualTo(described);
    }

    /** Where a parameter means something else in one goal, or has another default, that goal has a row of its own. */
    @Test
    void theParametersTableTellsOfEveryGoalWhatAParameterMeansThereAndItsDefault() throws Exception {
        Map<String, Set<String>> told = new TreeMap<>();
        for (List<String> row : rows("<!-- parameters:begin -->", "<!-- parameters:end -->")) {
            told.put(
                    row.get(0) + " (" + row.get(1) + "): " + row.get(3).replace("`", ""),
                    new TreeSet<>(Set.of(row.get(2).split(", "))));
        }
        assertThat(told).isEqualTo(parameters());
    }

    /** What is told twice is told in the same words. */
    @Test
    void whatTheReadmeSaysOfAMessageIsWhatThePageOfAllMessagesSays() throws IOException {
        String page = Files.readString(Path.of("src", "site", "markdown", "usage", "troubleshooting.md"));
        String readme = Files.readString(README);
        List<String> rows = readme.substring(readme.indexOf("## Troubleshooting"))
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
                .map(ReadmeTest::withoutLinks)
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        assertThat(page.lines().map(ReadmeTest::withoutLinks).toList()).containsAll(rows);
    }

    private static String withoutLinks(String line) {
        return line.replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
    }

    /** Goals, by a parameter's name, default and meaning. */
    private static Map<String, Set<String>> parameters() throws Exception {
        Map<String, Set<String>> parameters = new TreeMap<>();
        for (Element mojo : children(mojos(), "mojo")) {
            String goal = text(mojo, "goal");
            if (goal.equals("help") || goal.endsWith("-report")) {
                continue;
            }
            Element configuration = children(mojo, "configuration").get(0);
            for (Element parameter : children(children(mojo, "parameters").get(0), "parameter")) {
                String name = text(parameter, "name");
                boolean ownSkip = name.startsWith("skip");
                if (text(parameter, "editable").equals("true") && !ownSkip && !TOLD_IN_PROSE.contains(name)) {
                    String meaning = text(parameter, "description").replaceAll("\\s+", " ");
                    parameters
                            .computeIfAbsent(
                                    "`" + name + "` (" + defaultOf(configuration, name) + "): " + meaning,
                                    key -> new TreeSet<>())
                            .add(goal);
                }
            }
        }
        return parameters;
    }

    private static String defaultOf(Element configuration, String parameter) {
        List<Element> configured = children(configuration, parameter);
        String value = configured.isEmpty() ? "" : configured.get(0).getAttribute("default-value");
        return quoted(value);
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "–" : "`" + text + "`";
    }

    private static List<List<String>> rows(String from, String to) throws IOException {
        String readme = Files.readString(README);
        int start = readme.indexOf(from) + from.length();
        String section = readme.substring(start, readme.indexOf(to, start));
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> List.of(line.split(" *\\| *")).stream().skip(1).collect(Collectors.toList()))
                .collect(Collectors.toList());
    }

    private static Element mojos() throws Exception {
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target", "classes", "META-INF", "maven", "plugin.xml")
                        .toFile());
        return children(descriptor.getDocumentElement(), "mojos").get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element parent, String child) {
        List<Element> children = children(parent, child);
        return children.isEmpty() ? "" : children.get(0).getTextContent();
    }
}

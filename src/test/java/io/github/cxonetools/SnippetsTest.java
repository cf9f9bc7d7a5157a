package io.github.cxonetools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds that what users copy from README.md and from the pages is of a project that the integration tests build, and types what there is. */
class SnippetsTest {

    private static final Path PAGES = Path.of("src", "site", "markdown");

    /** A block, its language, and the comment above it. */
    private static final Pattern BLOCK = Pattern.compile("(?m)^(?:<!-- (.*) -->\n)?```([a-z]*)\n((?s:.*?))^```$");

    private static final Set<String> LANGUAGES = Set.of("xml", "java", "kotlin", "yaml", "json", "properties");

    private static final Pattern PROPERTY = Pattern.compile("-D(cxone\\.[A-Za-z.]+)");
    private static final Pattern GOAL = Pattern.compile("\\bcxone(?:-maven-plugin:[0-9][^:\\s]*)?:([a-z-]+)");

    @Test
    void everySnippetIsOfAProjectThatTheTestsBuild() throws IOException {
        List<String> wrong = new ArrayList<>();
        int snippets = 0;
        for (Path page : pages()) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                String comment = block.group(1) == null ? "" : block.group(1);
                if (!LANGUAGES.contains(block.group(2)) || comment.startsWith("no snippet: ")) {
                    continue;
                }
                snippets++;
                Path project = Path.of(comment.replaceFirst("^snippet: ", ""));
                if (!project.startsWith(Path.of("src", "it"))
                        || !Files.exists(project)
                        || !holds(Files.readString(project), block.group(3))) {
                    wrong.add(page + ", of " + comment + ":\n" + block.group(3));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(snippets).isGreaterThan(20);
    }

    /** Whether the lines stand in the file one below the other, at whatever depth. */
    private static boolean holds(String file, String block) {
        List<String> lines =
                file.replace("@project.version@", ProjectVersion.text()).lines().toList();
        List<String> wanted = block.lines().toList();
        for (int from = 0; from + wanted.size() <= lines.size(); from++) {
            if (dedented(lines.subList(from, from + wanted.size())).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> dedented(List<String> lines) {
        int depth = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "" : line.substring(depth))
                .toList();
    }

    @Test
    void everyGoalAndPropertyThatAPageTypesExists() throws Exception {
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target", "classes", "META-INF", "maven", "plugin.xml")
                        .toFile());
        Set<String> goals = texts(descriptor.getElementsByTagName("goal"), "(.*)");
        Set<String> properties = new TreeSet<>();
        NodeList configurations = descriptor.getElementsByTagName("configuration");
        for (int i = 0; i < configurations.getLength(); i++) {
            properties.addAll(texts(configurations.item(i).getChildNodes(), "\\$\\{(cxone\\.[^}]+)}"));
        }
        Set<String> unknown = new TreeSet<>();
        for (Path page : pages()) {
            // Decisions tell of what there is not, too.
            if (page.startsWith(PAGES.resolve("decisions"))) {
                continue;
            }
            String text = Files.readString(page);
            found(PROPERTY, text).filter(name -> !properties.contains(name)).forEach(unknown::add);
            found(GOAL, text).filter(name -> !goals.contains(name)).forEach(unknown::add);
        }
        assertThat(unknown).isEmpty();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1));
    }

    private static Set<String> texts(NodeList nodes, String pattern) {
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Matcher matcher = Pattern.compile(pattern).matcher(nodes.item(i).getTextContent());
            if (matcher.matches()) {
                texts.add(matcher.group(1));
            }
        }
        return texts;
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return Stream.concat(Stream.of(Path.of("README.md")), files.filter(file -> file.toString()
                            .endsWith(".md")))
                    .sorted()
                    .toList();
        }
    }
}

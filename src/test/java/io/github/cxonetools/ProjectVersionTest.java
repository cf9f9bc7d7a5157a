package io.github.cxonetools;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds that whatever users copy names the version of the POM, which {@code mvn spotless:apply} fills in. */
class ProjectVersionTest {

    private static final List<Pattern> MENTIONS = List.of(
            Pattern.compile("cxone-maven-plugin:([0-9][^:\\s]*):"),
            Pattern.compile("<artifactId>cxone-maven-plugin</artifactId>\\s*<version>([0-9][^<]*)"),
            Pattern.compile("<cxone\\.version>([^<]*)"));

    private static final String FILLED =
            "/project/build/plugins/plugin[artifactId = 'spotless-maven-plugin']" + "/configuration/formats/format";

    @Test
    void whateverUsersCopyNamesTheVersionOfThePom() throws Exception {
        Map<Path, List<String>> named = new TreeMap<>();
        for (Path file : files()) {
            List<String> versions = versions(text(file));
            if (!versions.isEmpty()) {
                named.put(file, versions);
            }
        }

        assertThat(named)
                .containsKeys(
                        Path.of("README.md"),
                        Path.of("src/site/markdown/usage/first-action.md"),
                        Path.of("src/bench/one-class/pom.xml"),
                        Path.of("src/bench/metrics/run"))
                .allSatisfy((file, versions) -> assertThat(versions)
                        .as("mvn spotless:apply fills " + file)
                        .containsOnly(ProjectVersion.text()));
    }

    /** Nothing is to be filled in by whoever copies an example as a whole. */
    @Test
    void anExampleIsAWholeProject() throws Exception {
        List<Path> examples = files().stream()
                .filter(file -> file.startsWith("src/it/sentiment-routing")
                        || file.getNameCount() > 2 && file.getName(2).toString().startsWith("example-"))
                .toList();

        assertThat(examples).hasSizeGreaterThan(50).allSatisfy(file -> assertThat(text(file))
                .doesNotContainPattern("@[A-Za-z.]+@"));
    }

    /** What the first test finds, the build fills in, whatever stands there. */
    @Test
    void theBuildFillsItIn() throws Exception {
        List<PathMatcher> filled = new ArrayList<>();
        for (String include : texts(FILLED + "/includes/include")) {
            filled.add(FileSystems.getDefault().getPathMatcher("glob:" + include));
        }
        List<String> patterns = texts(FILLED + "/replaceRegex/searchRegex");
        assertThat(texts(FILLED + "/replaceRegex/replacement"))
                .hasSameSizeAs(patterns)
                .containsOnly("${project.version}");
        for (Path file : files()) {
            String text = text(file);
            if (versions(text).isEmpty()) {
                continue;
            }
            assertThat(filled).as(file.toString()).anyMatch(include -> include.matches(file));
            String filledIn = text;
            for (String pattern : patterns) {
                filledIn = Pattern.compile(pattern, Pattern.MULTILINE)
                        .matcher(filledIn)
                        .replaceAll("97.5.3-rc.1");
            }
            assertThat(versions(filledIn))
                    .as(file.toString())
                    .hasSameSizeAs(versions(text))
                    .containsOnly("97.5.3-rc.1");
        }
    }

    @Test
    void theChangesBeginWithThisVersion() throws Exception {
        String version = ProjectVersion.text();
        String newest = Files.readAllLines(Path.of("src", "site", "markdown", "changes.md")).stream()
                .filter(line -> line.startsWith("## "))
                .findFirst()
                .orElseThrow();

        assertThat(newest)
                .matches(
                        version.endsWith("-SNAPSHOT")
                                ? "## " + Pattern.quote(version.replace("-SNAPSHOT", "")) + ", not yet released"
                                : "## " + Pattern.quote(version) + ", [0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    private static List<String> versions(String text) {
        List<String> versions = new ArrayList<>();
        for (Pattern mention : MENTIONS) {
            Matcher matcher = mention.matcher(text);
            while (matcher.find()) {
                versions.add(matcher.group(1));
            }
        }
        return versions;
    }

    /** All but the sources of this plugin and of its tests. */
    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>(List.of(Path.of("README.md")));
        for (String root : List.of(".ci", ".github", "src/bench", "src/it", "src/main/resources", "src/site")) {
            try (Stream<Path> found = Files.walk(Path.of(root))) {
                found.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            return ""; // No text.
        }
    }

    private static List<String> texts(String path) throws Exception {
        Document pom = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(found::item)
                .map(Node::getTextContent)
                .toList();
    }
}

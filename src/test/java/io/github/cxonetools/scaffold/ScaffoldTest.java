package io.github.cxonetools.scaffold;

import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The files of a first project, and of an action in a project. */
class ScaffoldTest {

    private static final PluginCoordinates PLUGIN = new PluginCoordinates("org.example", "a-plugin", "9.9");

    @TempDir
    private Path directory;

    @Test
    void anEmptyFolderBecomesAProject() throws Exception {
        assertThat(scaffold("Greeting", "com.example").newProject())
                .containsExactly(
                        "src/main/java/com/example/Greeting.java: written",
                        "src/main/java/com/example/GreetingRequest.java: written",
                        "src/main/java/com/example/GreetingResponse.java: written",
                        "src/test/cxone/Greeting/greets.json: written",
                        "src/test/cxone/Greeting/greets.expected.json: written",
                        "src/test/cxone/Greeting/empty-name.json: written",
                        "src/test/cxone/Greeting/empty-name.expected.json: written",
                        ".gitignore: written",
                        ".mvn/.gitkeep: written",
                        "pom.xml: written");

        assertThat(files()).hasSize(10).allSatisfy((name, text) -> {
            assertThat(text).endsWith("\n").doesNotContain("@handler", "@package", "@plugin", "\r", "\t");
            if (name.endsWith(".json")) {
                Json.read(text);
            }
        });
        assertThat(files().get(".gitignore")).contains("\n.cxone/*.lock\n", "\n.cxone/tenant/\n");
        Document pom = pom();
        assertThat(texts(pom, "groupId")).contains("org.example").startsWith("com.example");
        assertThat(texts(pom, "goal")).containsExactly("generate", "simulate", "deploy", "check", "plan");
        assertThat(texts(pom, "handler")).containsExactly("com.example.Greeting");
        assertThat(texts(pom, "handlerUrl")).containsExactly("https://actions.example.com/greeting");
    }

    /** What is current here is what a new project begins with. */
    @Test
    void theVersionsOfAProjectAreThoseOfThisOneAndItsSample() throws Exception {
        scaffold("Greeting", "com.example").newProject();
        String ours =
                Files.readString(Path.of("pom.xml")) + Files.readString(Path.of("src/it/sentiment-routing/pom.xml"));
        Map<String, String> versions = new TreeMap<>();
        NodeList elements = pom().getElementsByTagName("version");
        for (int i = 0; i < elements.getLength(); i++) {
            Element parent = (Element) elements.item(i).getParentNode();
            String artifactId =
                    parent.getElementsByTagName("artifactId").item(0).getTextContent();
            versions.put(artifactId, elements.item(i).getTextContent());
        }
        assertThat(versions.remove("greeting")).isEqualTo("1.0.0-SNAPSHOT");
        assertThat(versions.remove("a-plugin")).isEqualTo("9.9");

        assertThat(versions)
                .containsKeys("maven-compiler-plugin", "maven-surefire-plugin", "jackson-databind")
                .allSatisfy((artifactId, version) -> assertThat(ours)
                        .containsPattern(
                                "<artifactId>" + artifactId + "</artifactId>\\s*<version>" + version + "</version>"));
    }

    @Test
    void whatWasInterruptedIsCompletedByTheSameCommand() throws Exception {
        scaffold("Greeting", "com.example").newProject();
        SortedMap<String, String> whole = files();
        Files.delete(directory.resolve("pom.xml"));
        Files.delete(directory.resolve("src/test/cxone/Greeting/greets.json"));

        assertThat(scaffold("Greeting", "com.example").newProject())
                .contains("src/test/cxone/Greeting/greets.json: written", "pom.xml: written")
                .contains("src/main/java/com/example/Greeting.java is there already");

        assertThat(files()).isEqualTo(whole);
    }

    @Test
    void aProjectWithinTheRootOfAnotherIsNoRoot() throws Exception {
        Files.createDirectory(directory.resolve(".mvn"));
        directory = Files.createDirectory(directory.resolve("greeting"));

        assertThat(scaffold("Greeting", "com.example").newProject())
                .contains("pom.xml: written")
                .noneMatch(line -> line.startsWith(".mvn"));
        assertThat(directory.resolve(".mvn")).doesNotExist();
    }

    @Test
    void nothingIsWrittenOverOtherFiles() throws Exception {
        write("src/main/java/com/example/Greeting.java", "mine");
        write("src/test/cxone/Greeting/greets.json", "mine");
        SortedMap<String, String> before = files();

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> scaffold("Greeting", "com.example").newProject())
                .withMessage("Nothing was written, because it would be over existing files (2 findings):\n"
                        + "  - src/main/java/com/example/Greeting.java is there already, and no pom.xml. Move it away, or"
                        + " choose another name: -Dcxone.action=<name>\n"
                        + "  - src/test/cxone/Greeting/greets.json is there already, and no pom.xml. Move it away, or"
                        + " choose another name: -Dcxone.action=<name>");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void inAProjectWhatIsThereStays() throws Exception {
        write("src/main/java/com/example/Greeting.java", "mine");
        write(".gitignore", "target/\n.cxone/*.lock\n");

        Scaffold scaffold = scaffold("Greeting", "com.example");
        assertThat(scaffold.missingFiles())
                .contains("src/main/java/com/example/Greeting.java is there already")
                .contains("src/main/java/com/example/GreetingRequest.java: written");
        assertThat(scaffold.gitignore()).containsExactly("Add to .gitignore: .cxone/tenant/");

        assertThat(files()).hasSize(8).containsEntry("src/main/java/com/example/Greeting.java", "mine");
        assertThat(scaffold.snippet(true, true))
                .startsWith("Add to the <actions> in the <configuration> of cxone-maven-plugin:", "<action>")
                .contains("  <handler>com.example.Greeting</handler>");
        assertThat(scaffold.snippet(true, false)).contains("<dependency>", "<action>");
        assertThat(scaffold.snippet(false, false)).contains("<dependency>", "<plugin>", "      <action>", "<profile>");
    }

    @Test
    void whereAFileStandsInPlaceOfAFolderNothingIsWritten() throws Exception {
        write("src/main", "a file");

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> scaffold("Greeting", "com.example").newProject())
                .withMessage("src/main is a file, where a folder is needed. Move it away");
        assertThat(files()).hasSize(1);
    }

    @Test
    void aPomThatIsNoFileIsNamed() throws Exception {
        Files.createDirectory(directory.resolve("pom.xml"));

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> scaffold("Greeting", "com.example").newProject())
                .withMessage("pom.xml is there already, but Maven does not read it. Move it away");
        assertThat(files()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        directory = directory.resolve("gone");

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> scaffold("Greeting", "com.example").newProject())
                .withMessage(
                        "Cannot write into " + directory + ". Check its permissions, or run this in another folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SentimentRouting",
                "sentiment-routing",
                "sentiment_routing",
                "sentiment.routing",
                "Sentiment-Routing"
            })
    void classAndArtifactAreNamedAfterTheAction(String action) throws Exception {
        ScaffoldNames names = ScaffoldNames.of(action, "com.example");

        assertThat(names.handler()).isEqualTo("SentimentRouting");
        assertThat(names.artifactId()).isEqualTo("sentiment-routing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "..",
                "a/b",
                "a b",
                "Grüße",
                "CON",
                "x.",
                "-x",
                "1st",
                "String",
                "string",
                "object",
                "Function",
                "record",
                "Greeting,Farewell",
                "a\nb"
            })
    void whatCannotNameAClassOrAnActionIsRefused(String action) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ScaffoldNames.of(action, "com.example"))
                .withMessageStartingWith("cxone.action is \"")
                .withMessageEndingWith(". Choose another: -Dcxone.action=<name>")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com.",
                ".com",
                "com..example",
                "com.example-app",
                "com.1st",
                "com.class",
                "com.true",
                "com._",
                "java",
                "java.util.x",
                "com.aux.x",
                "com/example",
                "../evil",
                "com.exämple",
                "a b"
            })
    void whatCannotNameAPackageIsRefused(String packageName) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ScaffoldNames.of("Greeting", packageName))
                .withMessageStartingWith("cxone.package is \"")
                .withMessageEndingWith(". Use one like -Dcxone.package=com.example");
    }

    @Test
    void namesThatAreTooLongForFilesAreRefused() {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> ScaffoldNames.of("x".repeat(101), "y".repeat(101)))
                .withMessageContaining("cxone.action has 101 characters")
                .withMessageContaining("cxone.package has 101 characters")
                .withMessageContaining("(2 findings)");
    }

    private Scaffold scaffold(String action, String packageName) throws Exception {
        return new Scaffold(ProjectLayout.standard(directory), ScaffoldNames.of(action, packageName), PLUGIN);
    }

    private void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    private Document pom() throws Exception {
        byte[] text = Files.readString(directory.resolve("pom.xml")).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(new ByteArrayInputStream(text));
    }

    private static List<String> texts(Document pom, String element) {
        NodeList found = pom.getElementsByTagName(element);
        return Stream.iterate(0, i -> i < found.getLength(), i -> i + 1)
                .map(i -> found.item(i).getTextContent())
                .toList();
    }
}

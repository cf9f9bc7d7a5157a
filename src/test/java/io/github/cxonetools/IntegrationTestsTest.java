package io.github.cxonetools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** What {@code mvn verify} leaves out for its length, profile {@code thorough} runs. */
class IntegrationTestsTest {

    private static final String INVOKER = "plugin[artifactId='maven-invoker-plugin']/configuration";

    @Test
    void eachIntegrationTestThatVerifyLeavesOutRunsInThorough() throws Exception {
        Set<String> leftOut = texts("/project/build/plugins/" + INVOKER + "/pomExcludes/pomExclude");
        Set<String> thorough =
                texts("/project/profiles/profile[id='thorough']/build/plugins/" + INVOKER + "/pomIncludes/pomInclude");

        assertThat(thorough).isNotEmpty().isEqualTo(leftOut);
        assertThat(thorough)
                .allSatisfy(pom -> assertThat(Path.of("src/it", pom)).exists());
    }

    @Test
    void eachUnitTestThatVerifyLeavesOutRunsInThorough() throws Exception {
        String surefire = "/build/plugins/plugin[artifactId='maven-surefire-plugin']/configuration";
        Set<String> leftOut = texts("/project" + surefire + "/excludes/exclude");
        Set<String> thorough = texts("/project/profiles/profile[id='thorough']" + surefire + "/test");

        leftOut.remove("**/*$*");
        assertThat(leftOut).isNotEmpty();
        assertThat(Set.of(String.join(",", thorough).split(",")))
                .containsAll(leftOut.stream()
                        .map(test -> test.replaceAll("^\\*\\*/|\\.java$", ""))
                        .toList());
    }

    @Test
    void eachIntegrationTestLooksAtWhatItsBuildsDid() throws Exception {
        try (var projects = Files.list(Path.of("src/it"))) {
            assertThat(projects.filter(project -> Files.exists(project.resolve("pom.xml"))))
                    .isNotEmpty()
                    .allSatisfy(project ->
                            assertThat(project.resolve("verify.groovy")).exists());
        }
    }

    private static Set<String> texts(String path) throws Exception {
        Document pom = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("pom.xml").toFile());
        NodeList found = (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
        Set<String> texts = new TreeSet<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}

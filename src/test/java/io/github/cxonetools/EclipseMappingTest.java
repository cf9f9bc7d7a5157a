package io.github.cxonetools;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** What Eclipse is told about the goals, so that it neither complains nor deploys. */
class EclipseMappingTest {

    @Test
    void generateRunsOnEachBuildAndNothingElseDoes() throws Exception {
        Map<String, Element> executions = new HashMap<>();
        NodeList all = document("META-INF/m2e/lifecycle-mapping-metadata.xml").getElementsByTagName("pluginExecution");
        for (int i = 0; i < all.getLength(); i++) {
            Element execution = (Element) all.item(i);
            texts(execution, "goal").forEach(goal -> executions.put(goal, execution));
        }

        assertThat(texts(executions.remove("generate"), "runOnIncremental")).containsExactly("true");
        assertThat(executions).isNotEmpty().allSatisfy((goal, execution) -> assertThat(
                        execution.getElementsByTagName("ignore").getLength())
                .as(goal)
                .isEqualTo(1));
    }

    @Test
    void everyGoalThatABuildCanBindIsMapped() throws Exception {
        Set<String> mapped =
                texts(document("META-INF/m2e/lifecycle-mapping-metadata.xml").getDocumentElement(), "goal");
        NodeList goals = document("META-INF/maven/plugin.xml").getElementsByTagName("mojo");
        Set<String> bound = new HashSet<>();
        for (int i = 0; i < goals.getLength(); i++) {
            Element goal = (Element) goals.item(i);
            if (goal.getElementsByTagName("phase").getLength() > 0) {
                bound.addAll(texts(goal, "goal"));
            }
        }

        assertThat(mapped).isNotEmpty().containsExactlyInAnyOrderElementsOf(bound);
    }

    private static Document document(String resource) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(Path.of("target/classes", resource).toFile());
    }

    private static Set<String> texts(Element element, String name) {
        Set<String> texts = new HashSet<>();
        NodeList found = element.getElementsByTagName(name);
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }
}

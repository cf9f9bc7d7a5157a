package io.github.cxonetools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the goals to their promises, as users will see them in the plugin descriptor. */
class PluginDescriptorTest {

    private static final String OURS = "/plugin/mojos/mojo[goal != 'help']";

    /** Parameters that report goals inherit; Maven's reporting API documents them. */
    private static final String OWN_PARAMETERS =
            "/parameters/parameter[editable = 'true'][not(starts-with(implementation, 'org.apache.maven.doxia'))]"
                    + "[not(name = 'outputEncoding' or name = 'inputEncoding' or name = 'siteDirectory'"
                    + " or name = 'outputDirectory' and ../../goal[contains(., '-report')])]";

    /** Surefire's own switches, which mean here what they mean there. */
    private static final Set<String> SHARED_PROPERTIES =
            Set.of("${skipTests}", "${maven.test.skip}", "${maven.test.failure.ignore}");

    @Test
    void theGoalsAreThoseOfThePublicFace() throws Exception {
        assertThat(texts("/plugin/mojos/mojo/goal"))
                .contains(
                        "check",
                        "deploy",
                        "deprecate",
                        "execute",
                        "generate",
                        "help",
                        "metrics",
                        "plan",
                        "simulate",
                        "start-tenant",
                        "stop-tenant",
                        "tenant",
                        "version");
    }

    @Test
    void everyEditableParameterIsDescribedAndDated() throws Exception {
        assertThat(texts(OURS + OWN_PARAMETERS + "/name")).isNotEmpty();
        assertThat(texts(OURS + OWN_PARAMETERS + "[not(string(description)) or not(string(since))]/name"))
                .isEmpty();
    }

    @Test
    void everyUserPropertyIsPrefixed() throws Exception {
        assertThat(texts(OURS + "/configuration/*[starts-with(., '${')]"))
                .isNotEmpty()
                .filteredOn(expression -> !SHARED_PROPERTIES.contains(expression))
                .filteredOn(expression ->
                        !Set.of("${session}", "${project}", "${mojoExecution}").contains(expression))
                .allMatch(expression -> expression.startsWith("${cxone."), "begins with cxone.");
    }

    @Test
    void aPropertyIsNamedAfterItsParameter() throws Exception {
        NodeList configured = nodes(OURS + "/configuration/*[starts-with(., '${cxone.')]");
        List<String> misnamed = new ArrayList<>();
        for (int i = 0; i < configured.getLength(); i++) {
            String parameter = configured.item(i).getNodeName();
            String property = configured.item(i).getTextContent();
            if (!parameter.startsWith("skip") && !property.equals("${cxone." + parameter + "}")) {
                misnamed.add(parameter + " is " + property);
            }
        }
        assertThat(misnamed).isEmpty();
    }

    @Test
    void everyGoalIsThreadSafeAndNeverRequiresOnline() throws Exception {
        assertThat(texts(OURS + "[threadSafe != 'true']/goal")).isEmpty();
        assertThat(texts(OURS + "[requiresOnline = 'true']/goal")).isEmpty();
    }

    @Test
    void everyGoalHasItsOwnSkipSwitch() throws Exception {
        for (String goal : texts(OURS + "/goal")) {
            assertThat(texts(OURS + "[goal = '" + goal + "']/configuration/*"))
                    .contains("${cxone.skip}", "${cxone." + goal + ".skip}");
        }
    }

    @ParameterizedTest(name = "{0} has none of {1}")
    @CsvSource({
        "execute, tokenUrl actionsPath metricsPath authentication serverId accessKeyServerId tokenAudience httpVersion "
                + "receipts",
        "tenant, actions action baseUrl receipts",
        "start-tenant, baseUrl receipts requestTimeout maxAttempts maxWait",
        "stop-tenant, actions action tenantDirectory keepExecutions baseUrl",
        "generate, tenantDirectory keepExecutions baseUrl receipts outputDirectory",
        "simulate, tenantDirectory keepExecutions baseUrl receipts",
        "check, metricsPath actionId dryRun deployAtEnd planFile concurrency allowSnapshots keepVersions",
        "plan, metricsPath actionId dryRun deployAtEnd planFile",
        "deploy, metricsPath actionId failOnChanges",
        "version, metricsPath schemaDirectory outputDirectory concurrency allowSnapshots keepVersions",
        "deprecate, metricsPath schemaDirectory outputDirectory allowSnapshots keepVersions",
        "metrics, schemaDirectory concurrency allowSnapshots keepVersions deployAtEnd",
        "simulation-report, actions action tenantDirectory baseUrl",
        "metrics-report, actions action tenantDirectory baseUrl receipts",
        "compatibility-report, actions action tenantDirectory baseUrl receipts",
    })
    void aGoalHasNoParameterThatItDoesNotRead(String goal, String parameters) throws Exception {
        List<String> names = texts(OURS + "[goal = '" + goal + "']/parameters/parameter/name");

        assertThat(names).contains("skip").doesNotContain(parameters.split(" "));
    }

    private static List<String> texts(String xpath) throws Exception {
        NodeList nodes = nodes(xpath);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static NodeList nodes(String xpath) throws Exception {
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target", "classes", "META-INF", "maven", "plugin.xml")
                        .toFile());
        return (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, descriptor, XPathConstants.NODESET);
    }
}

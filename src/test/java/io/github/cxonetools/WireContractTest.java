package io.github.cxonetools;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The page on the wire contract names each parameter by which a request changes. */
class WireContractTest {

    private static final Path PAGE = Path.of("src", "site", "markdown", "wire-contract.md");

    private static final Set<String> GOALS = Set.of(
            "check", "deploy", "deprecate", "execute", "metrics", "plan", "promote", "pull", "rollback", "version");

    /** What is decided on this machine: verdicts, gates, files, and how the local tenant and its handlers run. */
    private static final Set<String> LOCAL = Set.of(
            "acceptedBreaks",
            "adopt",
            "baseline",
            "baselineArtifact",
            "baselineDirectory",
            "baselineVersionPattern",
            "compatibility",
            "deployAtEnd",
            "environmentVariables",
            "failOnChanges",
            "fixture",
            "fixturesDirectory",
            "keepExecutions",
            "maxAvgLatencyMs",
            "maxErrorRate",
            "maxErrorRateIncrease",
            "maxLatencyIncrease",
            "minExecutions",
            "onMissingBaseline",
            "onUndecided",
            "outputDirectory",
            "receipts",
            "record",
            "reportsDirectory",
            "schemaDirectory",
            "systemPropertyVariables",
            "tenantDirectory",
            "undeclaredProperties");

    @Test
    void everyParameterThatIsNotDecidedHereStandsInATable() throws Exception {
        Set<String> expected = parameters();
        assertThat(expected).containsAll(LOCAL);
        expected.removeAll(LOCAL);

        assertThat(named()).isEqualTo(expected);
    }

    /** Those in the last column of the first table, and in the first column of the second. */
    private static Set<String> named() throws Exception {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| "))
                .toList();
        Set<String> named = new TreeSet<>();
        for (String row : rows) {
            List<String> cells = List.of(row.split(" *\\| *"));
            String parameters = cells.size() == 4 ? cells.get(3) : cells.get(1).startsWith("`") ? cells.get(1) : "";
            named.addAll(Pattern.compile("`([A-Za-z]+)`")
                    .matcher(parameters)
                    .results()
                    .map(result -> result.group(1))
                    .filter(name -> !GOALS.contains(name))
                    .collect(Collectors.toSet()));
        }
        return named;
    }

    private static Set<String> parameters() throws Exception {
        Document descriptor = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("target", "classes", "META-INF", "maven", "plugin.xml")
                        .toFile());
        Set<String> parameters = new TreeSet<>();
        for (String goal : GOALS) {
            NodeList names = (NodeList) XPathFactory.newInstance()
                    .newXPath()
                    .evaluate(
                            "/plugin/mojos/mojo[goal = '" + goal + "']/parameters/parameter[editable = 'true']/name",
                            descriptor,
                            XPathConstants.NODESET);
            assertThat(names.getLength()).as(goal).isPositive();
            for (int i = 0; i < names.getLength(); i++) {
                parameters.add(names.item(i).getTextContent());
            }
        }
        parameters.removeIf(name -> name.startsWith("skip"));
        return parameters;
    }
}

package io.github.cxonetools.report.compatibility;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.ContractBreak;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.report.text.IndentedXml;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** A comparison as JUnit XML, in the dialect that Surefire writes: one suite an action, one test case a side. */
final class CompatibilityJUnitXml {

    private static final String PREFIX = "cxone-compatibility";
    private static final String FILE = "TEST-" + PREFIX;
    private static final String ENDING = ".xml";

    private CompatibilityJUnitXml() {}

    /**
     * Writes {@code TEST-cxone-compatibility.<Action>.xml} for each action, and {@code TEST-cxone-compatibility.xml} where
     * something could not be compared. What an earlier run wrote of others is removed.
     *
     * @return the files
     */
    static Set<Path> write(CompatibilityReport report, Path reportsDirectory) throws UnavailableException {
        Map<String, List<ActionCompatibility>> byAction = new TreeMap<>();
        for (ActionCompatibility result : report.results()) {
            byAction.computeIfAbsent(result.action(), name -> new ArrayList<>()).add(result);
        }
        Set<Path> written = new HashSet<>();
        for (Map.Entry<String, List<ActionCompatibility>> action : byAction.entrySet()) {
            Path file = reportsDirectory.resolve(FILE + "." + WitnessFiles.folder(action.getKey()) + ENDING);
            List<Case> cases = cases(report, action.getValue());
            AtomicFile.writeOrTouch(
                    file, out -> IndentedXml.write(out, xml -> suite(xml, PREFIX + "." + action.getKey(), cases)));
            written.add(file);
        }
        if (!report.findings().isEmpty()) {
            Path file = reportsDirectory.resolve(FILE + ENDING);
            List<Case> cases = new ArrayList<>();
            for (String finding : report.findings()) {
                cases.add(new Case("comparison, finding " + (cases.size() + 1), "finding", finding, finding));
            }
            AtomicFile.writeOrTouch(file, out -> IndentedXml.write(out, xml -> suite(xml, PREFIX, cases)));
            written.add(file);
        }
        removeOthers(reportsDirectory, WitnessFiles.paths(written));
        return written;
    }

    /** @param type of a failure; empty where the case passes, and {@code text} is what there is to say all the same */
    private record Case(String name, String type, String message, String text) {

        boolean isFailure() {
            return !type.isEmpty();
        }
    }

    private static List<Case> cases(CompatibilityReport report, List<ActionCompatibility> results) {
        List<Case> cases = new ArrayList<>();
        for (ActionCompatibility result : results) {
            for (SideVerdict side : SideVerdict.of(result)) {
                String name = results.size() == 1 ? side.name() : side.name() + " against " + result.baseline();
                boolean fails = report.rules().policy() != CompatibilityPolicy.REPORT && side.isRejected();
                cases.add(new Case(name, fails ? type(side) : "", message(side), text(side)));
            }
        }
        return cases;
    }

    private static String type(SideVerdict side) {
        return side.side().breaks().isEmpty() ? "version" : side.word();
    }

    private static String message(SideVerdict side) {
        String breaks = side.side().breaks().stream()
                .map(broken -> broken.pointer() + ": " + broken.change())
                .collect(Collectors.joining("; "));
        return side.result().after() + " needs " + side.result().needed() + ", against "
                + side.result().baseline() + ": " + (breaks.isEmpty() ? side.why() : breaks);
    }

    private static String text(SideVerdict side) {
        StringBuilder text = new StringBuilder();
        for (ContractBreak broken : side.side().breaks()) {
            text.append(broken.isUndecided() ? "undecided " : "breaks ").append(broken.pointer());
            text.append(": ").append(broken.change()).append('\n');
            if (broken.member() != null) {
                text.append("member: ").append(broken.member()).append('\n');
            }
            if (broken.witness() != null) {
                text.append(side.whoRefuses())
                        .append(": ")
                        .append(ShownPayload.shortened(broken.witness()))
                        .append('\n');
            }
            text.append("accepted: ")
                    .append(side.isAccepted(broken) ? "yes" : "no")
                    .append('\n');
        }
        return text.isEmpty() && !side.why().isEmpty() ? side.why() + "\n" : text.toString();
    }

    private static void suite(IndentedXml xml, String name, List<Case> cases) throws XMLStreamException {
        xml.open("testsuite");
        xml.attribute("name", name);
        xml.attribute("time", "0");
        xml.attribute("tests", Integer.toString(cases.size()));
        xml.attribute("errors", "0");
        xml.attribute("skipped", "0");
        xml.attribute(
                "failures", Long.toString(cases.stream().filter(Case::isFailure).count()));
        for (Case each : cases) {
            xml.open("testcase");
            xml.attribute("name", each.name());
            xml.attribute("classname", name);
            xml.attribute("time", "0");
            if (each.isFailure()) {
                xml.open("failure");
                xml.attribute("message", each.message());
                xml.attribute("type", each.type());
                xml.text(each.text());
                xml.close();
            } else if (!each.text().isEmpty()) {
                xml.open("system-out");
                xml.text(each.text());
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }

    /** Removes those whose paths are not among {@code written}. All of this name are ours: Surefire and {@code simulate} name theirs otherwise. */
    static void removeOthers(Path directory, Set<String> written) throws UnavailableException {
        String[] names = directory.toFile().list();
        try {
            if (names == null && Files.isDirectory(directory)) {
                throw new IOException("It cannot be listed");
            }
            for (String name : names == null ? new String[0] : names) {
                boolean isOurs = name.startsWith(FILE + ".") && name.endsWith(ENDING);
                if (isOurs && !written.contains(directory + File.separator + name)) {
                    Path file = directory.resolve(name);
                    if (Files.isRegularFile(file)) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UnavailableException(
                    "Could not remove reports of an earlier run from " + directory + ": " + e, e);
        }
    }
}

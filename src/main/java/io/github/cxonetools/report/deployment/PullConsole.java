package io.github.cxonetools.report.deployment;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.deployment.pull.PullResult;
import io.github.cxonetools.deployment.pull.PullResult.PullKind;
import io.github.cxonetools.deployment.pull.PullResult.VersionOutcome;
import io.github.cxonetools.deployment.pull.PulledVersion;
import io.github.cxonetools.report.text.ConsoleStyle;
import io.github.cxonetools.report.text.ConsoleText;
import io.github.cxonetools.report.text.IndentedXml;
import io.github.cxonetools.text.ShownUrl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** What was pulled, as lines for the console. */
public final class PullConsole {

    /** Of a schema; one mistake often makes many. */
    private static final int MOST_FINDINGS = 3;

    private static final int LONGEST_NAME = 60;

    private static final String INDENT = "    ";
    private static final int MOST_LINES = 4;

    private final ConsoleStyle style;

    /** @param style what the console can do: what was written is green, what was left out yellow */
    public PullConsole(ConsoleStyle style) {
        this.style = style;
    }

    /**
     * A table, below each row what is to be said of it, then what was removed, and a total.
     *
     * @param directory as messages name it
     */
    public List<String> lines(PullResult result, String directory) {
        TextTable table = new TextTable(style, "action", "version", "files", "schemas");
        for (VersionOutcome outcome : result.versions()) {
            PulledVersion version = outcome.version();
            table.row(
                    text -> painted(outcome.kind(), text),
                    details(outcome),
                    brief(version.version().name()),
                    brief(version.version().version())
                            + (Boolean.TRUE.equals(version.version().deprecated()) ? " (deprecated)" : ""),
                    words(outcome.kind()),
                    outcome.kind() == PullKind.LEFT_OUT
                            ? ""
                            : version.findings().isEmpty() ? "as generate writes them" : "not as generate writes them");
        }
        List<String> lines = new ArrayList<>(table.lines());
        result.removed()
                .forEach(label -> add(
                        lines,
                        "",
                        brief(label) + ": removed from " + directory + ", because the tenant does not have it any more",
                        style::yellow));
        add(lines, "", total(result, directory), UnaryOperator.identity());
        return lines;
    }

    /** Broken where a window ends. */
    private void add(List<String> lines, String indent, String text, UnaryOperator<String> paint) {
        List<String> parts = ConsoleText.broken(
                ConsoleText.printable(text, style), indent.length(), INDENT.length(), MOST_LINES, style);
        lines.add(indent + paint.apply(parts.get(0)));
        parts.subList(1, parts.size()).forEach(part -> lines.add(INDENT + paint.apply(part)));
    }

    private String painted(PullKind kind, String text) {
        return switch (kind) {
            case WRITTEN -> style.green(text);
            case UNCHANGED -> text;
            case LEFT_OUT -> style.yellow(text);
        };
    }

    private List<String> details(VersionOutcome outcome) {
        PulledVersion version = outcome.version();
        List<String> lines = new ArrayList<>();
        if (outcome.kind() == PullKind.LEFT_OUT) {
            add(lines, INDENT, String.valueOf(version.problem()), style::yellow);
            return lines;
        }
        List<String> findings = version.findings();
        findings.stream().limit(MOST_FINDINGS).forEach(each -> add(lines, INDENT, each, style::faint));
        if (findings.size() > MOST_FINDINGS) {
            lines.add(INDENT + style.faint("and " + (findings.size() - MOST_FINDINGS) + " more"));
        }
        String folder = outcome.place();
        if (!folder.equals(version.version().name() + "/" + version.version().version())) {
            add(lines, INDENT, "in " + folder, style::faint);
        }
        return lines;
    }

    private static String words(PullKind kind) {
        return switch (kind) {
            case WRITTEN -> "written";
            case UNCHANGED -> "unchanged";
            case LEFT_OUT -> "left out";
        };
    }

    private static String total(PullResult result, String directory) {
        long foreign = result.versions().stream()
                .filter(outcome -> outcome.kind() != PullKind.LEFT_OUT)
                .filter(outcome -> !outcome.version().findings().isEmpty())
                .count();
        long leftOut = result.count(PullKind.LEFT_OUT);
        int count = result.versions().size();
        return count + (count == 1 ? " version in " : " versions in ") + directory + ": "
                + result.count(PullKind.WRITTEN)
                + " written, "
                + result.count(PullKind.UNCHANGED) + " unchanged"
                + (result.removed().isEmpty() ? "" : ", " + result.removed().size() + " removed")
                + (leftOut == 0 ? "" : ", " + leftOut + " left out")
                + (foreign == 0 ? "" : "; " + foreign + " with schemas that generate does not write");
    }

    /** The {@code <action>} elements of {@code versions}, to be pasted into a POM, with a line before them. */
    public static List<String> elements(List<ActionVersion> versions) {
        if (versions.isEmpty()) {
            return List.of();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            IndentedXml.writeFragment(bytes, xml -> {
                xml.open("actions");
                for (ActionVersion version : versions) {
                    element(xml, version);
                }
                xml.close();
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "To go on with " + (versions.size() == 1 ? "it" : "them") + " in a project, put the class that handles "
                        + (versions.size() == 1 ? "the action" : "each action")
                        + " in place of com.example, and paste into the configuration of cxone-maven-plugin:");
        bytes.toString(StandardCharsets.UTF_8).strip().lines().forEach(lines::add);
        boolean hasMask = versions.stream()
                .map(ActionVersion::handlerUrl)
                .anyMatch(url -> url != null && !ShownUrl.of(url).equals(url));
        if (hasMask) {
            lines.add("Where *** stands in a handlerUrl, the tenant has a key, which is not shown");
        }
        return lines;
    }

    private static void element(IndentedXml xml, ActionVersion version) throws XMLStreamException {
        xml.open("action");
        text(xml, "name", version.name());
        text(xml, "version", version.version());
        text(xml, "description", version.description());
        text(xml, "handler", "com.example." + version.name().replaceAll("[^A-Za-z0-9_]", ""));
        text(xml, "handlerUrl", version.handlerUrl() == null ? null : ShownUrl.of(version.handlerUrl()));
        Integer timeout = version.timeoutMs();
        if (timeout != null && timeout != ActionDefinition.DEFAULT_TIMEOUT_MS) {
            text(xml, "timeoutMs", timeout.toString());
        }
        xml.close();
    }

    private static void text(IndentedXml xml, String element, @Nullable String text) throws XMLStreamException {
        if (text != null) {
            xml.open(element);
            xml.text(text);
            xml.close();
        }
    }

    private String brief(String text) {
        return ConsoleText.fit(ConsoleText.printable(text, style), LONGEST_NAME, style);
    }
}

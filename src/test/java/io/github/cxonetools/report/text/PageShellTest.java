package io.github.cxonetools.report.text;

import io.github.cxonetools.json.Json;
import io.github.cxonetools.report.MetricsSamples;
import io.github.cxonetools.report.SimulationSamples;
import io.github.cxonetools.report.metrics.MetricsPage;
import io.github.cxonetools.report.simulation.SimulationPage;
import io.github.cxonetools.report.simulation.SimulationSource;
import io.github.cxonetools.report.text.PageShell.Badge;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PageShellTest {

    private static final Map<String, Object> METRICS = Map.of("tenant", "local", "actions", List.of());

    private static final PageOrigin ORIGIN = new PageOrigin(
            "<routing>", "1.4.0", "0123456789abcdef0123456789abcdef01234567", Instant.parse("2026-11-28T14:05:00Z"));

    @TempDir
    Path folder;

    @Test
    void saysWhichBuildMadeThePageAndWhatCameOfIt() throws Exception {
        assertThat(written("metrics", ORIGIN, new Badge("✗ 2 rules broken", "bad")))
                .contains(
                        "<strong>&lt;routing&gt;</strong>",
                        "<span>1.4.0</span>",
                        "<code title=\"Commit 0123456789abcdef0123456789abcdef01234567\">012345678</code>",
                        "<time datetime=\"2026-11-28T14:05:00Z\" title=\"2026-11-28T14:05:00Z\">28 Nov 2026, 14:05 UTC</time>",
                        "<p class=\"verdict bad\">✗ 2 rules broken</p>");
    }

    @Test
    void saysNothingOfABuildThatIsNotKnown() throws Exception {
        assertThat(written("metrics", PageOrigin.UNKNOWN, Badge.NONE))
                .doesNotContain("<strong>", "<time", "class=\"verdict");
    }

    @Test
    void linksThePagesThatThereAreAndIsLinkedFromThoseThatWereThereBefore() throws Exception {
        Files.writeString(folder.resolve("plan.json"), "{}");
        written("metrics", ORIGIN, Badge.NONE);
        assertThat(links("metrics"))
                .isEqualTo("<a href=\"metrics.html\" aria-current=\"page\">Metrics</a><a href=\"plan.json\">Plan</a>");

        page("simulation", folder.resolve("simulation.html"));
        Files.delete(folder.resolve("plan.json"));
        PageLinks.refresh(folder);

        assertThat(links("metrics"))
                .isEqualTo(
                        "<a href=\"simulation.html\">Simulation</a><a href=\"metrics.html\" aria-current=\"page\">Metrics</a>");
        assertThat(links("simulation"))
                .isEqualTo(
                        "<a href=\"simulation.html\" aria-current=\"page\">Simulation</a><a href=\"metrics.html\">Metrics</a>");
    }

    @Test
    void linksPagesInASiteByTheNamesThatTheyHaveThere() throws Exception {
        page("metrics", folder.resolve("cxone-metrics.html"));
        page("simulation", folder.resolve("cxone-simulation.html"));

        assertThat(Files.readString(folder.resolve("cxone-metrics.html")))
                .contains("<a href=\"cxone-simulation.html\">Simulation</a>");
    }

    @Test
    void leavesAFileAloneThatIsNoPageOfIts() throws Exception {
        Path foreign = Files.writeString(folder.resolve("compatibility.html"), "<p>ours</p>");

        page("metrics", folder.resolve("metrics.html"));

        assertThat(foreign).hasContent("<p>ours</p>");
    }

    /** Colours that a reader chose are those that the system would choose. */
    @Test
    void hasOneDarkPalette() throws Exception {
        String look;
        try (InputStream in = PageShell.class.getResourceAsStream("/io/github/cxonetools/look/look.css")) {
            look = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String system = block(look, ".cxone:not(.in-site):not([data-scheme=\"light\"]) {");
        String chosen = block(look, ".cxone[data-scheme=\"dark\"]:not(.in-site) {");

        assertThat(chosen).isEqualTo(system).contains("--paper: #10151c;");
    }

    private static String block(String css, String selector) {
        int begin = css.indexOf(selector) + selector.length();
        return css.substring(begin, css.indexOf('}', begin))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private String written(String name, PageOrigin origin, Badge verdict) throws Exception {
        Path file = folder.resolve(name + ".html");
        new PageTemplates()
                .write(new PageShell(name, "title", origin, verdict, List.of()), METRICS, Json.object(), file);
        return Files.readString(file);
    }

    private static void page(String name, Path file) throws Exception {
        if (name.equals("simulation")) {
            SimulationSource source = SimulationSource.of(PageOrigin.UNKNOWN, SimulationSamples.BASE);
            new SimulationPage().write(SimulationSamples.mixed(), source, file);
        } else {
            new MetricsPage(Comparator.naturalOrder()).write(MetricsSamples.two(), PageOrigin.UNKNOWN, file);
        }
    }

    private String links(String name) throws Exception {
        String html = Files.readString(folder.resolve(name + ".html"));
        return html.substring(html.indexOf("<!--pages-->") + 12, html.indexOf("<!--/pages-->"));
    }
}

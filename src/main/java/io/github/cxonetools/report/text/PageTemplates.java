package io.github.cxonetools.report.text;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The one template set behind every page: the shell around it, and its content. Templates escape whatever they show; only this
 * class adds raw text: looks, scripts, the chart library with its notice, links, and data that a script reads.
 */
public final class PageTemplates {

    private static final String TEMPLATES = "/io/github/cxonetools/report/";
    private static final String LOOK = "/io/github/cxonetools/look/";
    private static final String CHART_LIBRARY = "/META-INF/resources/webjars/chart.js/4.5.1/";

    private final Mustache.Compiler compiler =
            Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(PageTemplates::template);

    /**
     * Writes {@code <name>.mustache} with the shell around it, and links it from the pages beside it.
     *
     * @param model what the template shows
     * @param data what {@code <name>.js} reads
     */
    public void write(PageShell shell, Map<String, Object> model, JsonNode data, Path file)
            throws UnavailableException {
        Map<String, Object> all = new LinkedHashMap<>(shell.model(file));
        all.putAll(model);
        all.put("shellLook", resource(LOOK + "shell.css"));
        all.put("shellScript", resource(LOOK + "shell.js"));
        ReportFile.write(file, out -> render(shell.name(), shell.name(), all, data, out));
        PageLinks.refresh(file.toAbsolutePath().resolveSibling(""));
    }

    /** The template {@code name} without a shell, for a Maven site, which has one of its own; its script is {@code script.js}. */
    public String siteBody(String name, String script, Map<String, Object> model, JsonNode data) {
        StringWriter out = new StringWriter();
        Map<String, Object> all = new LinkedHashMap<>(model);
        all.put("shellLook", resource(LOOK + "shell.css"));
        render(name, script, all, data, out);
        return out.toString();
    }

    private void render(String name, String script, Map<String, Object> all, JsonNode data, Writer out) {
        all.put("look", resource(LOOK + "look.css"));
        all.put("jsonScript", resource(LOOK + "json-view.js"));
        all.put("copyScript", resource(LOOK + "copy.js"));
        all.put("numberScript", resource(LOOK + "numbers.js"));
        all.put("chartNotice", resource(CHART_LIBRARY + "LICENSE.md").strip());
        all.put("chartLibrary", withoutSourceMap(resource(CHART_LIBRARY + "dist/chart.umd.min.js")));
        all.put("chartSetup", resource(LOOK + "charts.js"));
        all.put("script", resource(TEMPLATES + script + ".js"));
        all.put("data", island(data));
        Template template = compiler.compile(template(name));
        template.execute(all, out);
    }

    /** JSON inside a script element: nothing in it can end the element, begin a comment, or control whatever shows the file. */
    private static String island(JsonNode data) {
        String json = Json.compact(data);
        int unsafe = nextUnsafe(json, 0);
        if (unsafe == json.length()) {
            return json;
        }
        StringBuilder escaped = new StringBuilder(json.length());
        int begin = 0;
        while (unsafe < json.length()) {
            escaped.append(json, begin, unsafe).append(String.format("\\u%04x", (int) json.charAt(unsafe)));
            begin = unsafe + 1;
            unsafe = nextUnsafe(json, begin);
        }
        return escaped.append(json, begin, json.length()).toString();
    }

    private static int nextUnsafe(String json, int from) {
        int at = from;
        while (at < json.length() && isSafe(json.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isSafe(char c) {
        return c != '<' && c != '>' && c != '&' && c != '\u2028' && c != '\u2029' && !Character.isISOControl(c);
    }

    /** A browser's tools would ask for the map. */
    private static String withoutSourceMap(String script) {
        int comment = script.lastIndexOf("//# sourceMappingURL=");
        return comment < 0 ? script : script.substring(0, comment).stripTrailing();
    }

    private static Reader template(String name) {
        return new StringReader(resource(TEMPLATES + name + ".mustache"));
    }

    private static String resource(String name) {
        try (InputStream in = PageTemplates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("This plugin's jar lacks " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

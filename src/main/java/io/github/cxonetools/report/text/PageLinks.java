package io.github.cxonetools.report.text;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The links from each page of a folder to the others. A page that comes later is linked from those that are there. */
public final class PageLinks {

    /** Each page's heading by its name, in the order of the links. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("simulation", "Simulation");
        PAGES.put("metrics", "Metrics");
        PAGES.put("plan", "Plan");
        PAGES.put("compatibility", "Compatibility");
    }

    private static final String BEGIN = "<!--pages-->";
    private static final String END = "<!--/pages-->";

    private PageLinks() {}

    static String heading(String name) {
        return PAGES.getOrDefault(name, name);
    }

    /**
     * Brings the links of all pages in {@code directory} up to date. Whoever writes a page, or a plan, calls it afterwards.
     *
     * @throws UnavailableException where a page cannot be read or written
     */
    public static void refresh(Path directory) throws UnavailableException {
        refresh(directory, "");
        refresh(directory, "cxone-");
    }

    private static void refresh(Path directory, String prefix) throws UnavailableException {
        for (String name : PAGES.keySet()) {
            Path file = directory.resolve(prefix + name + ".html");
            if (Files.isRegularFile(file)) {
                refreshPage(file, name);
            }
        }
    }

    private static void refreshPage(Path file, String name) throws UnavailableException {
        String page;
        try {
            // A byte a character: what is looked for is ASCII, and the rest stays as it is.
            page = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file, e);
        }
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            return; // A page of an older version of this plugin.
        }
        String refreshed = page.substring(0, begin) + html(file, name) + page.substring(end + END.length());
        if (!refreshed.equals(page)) {
            AtomicFile.write(file, out -> out.write(refreshed.getBytes(StandardCharsets.ISO_8859_1)));
        }
    }

    /** The links of the page {@code file} to those beside it, and to itself. */
    static String html(Path file, String name) {
        String own = file.getFileName().toString();
        String prefix = own.startsWith("cxone-") ? "cxone-" : "";
        StringBuilder html = new StringBuilder(BEGIN);
        PAGES.forEach((page, heading) -> {
            String target = prefix + page + ".html";
            if (page.equals(name)) {
                link(html, own, heading, true);
            } else if (Files.isRegularFile(file.resolveSibling(target))) {
                link(html, target, heading, false);
            } else if (page.equals("plan") && Files.isRegularFile(file.resolveSibling("plan.json"))) {
                link(html, "plan.json", heading, false);
            }
        });
        return html.append(END).toString();
    }

    private static void link(StringBuilder html, String target, String heading, boolean current) {
        html.append("<a href=\"").append(target).append('"');
        html.append(current ? " aria-current=\"page\">" : ">").append(heading).append("</a>");
    }
}

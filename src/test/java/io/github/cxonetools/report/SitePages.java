package io.github.cxonetools.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The pages of this plugin in a rendered Maven site, as a browser shows them; integration tests call it. */
public final class SitePages {

    private SitePages() {}

    /** Those that a phone of 360 pixels would have to scroll sideways, with what sticks out; none without a browser. */
    public static List<String> widerThanAPhone(Path site, Path screenshots) throws IOException {
        List<String> wide = new ArrayList<>();
        try (Browser browser = Browser.open()) {
            for (Path page : pages(site)) {
                browser.show(page, "light", 360);
                Long beyond = (Long) browser.run(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (beyond > 0) {
                    wide.add(page.getFileName() + ": " + beyond + " pixels by " + browser.run(WIDEST));
                }
                Files.createDirectories(screenshots);
                Files.write(
                        screenshots.resolve(page.getFileName().toString().replace(".html", "-360.png")),
                        browser.picture());
            }
        } catch (TestAbortedException e) {
            return List.of();
        }
        return wide;
    }

    private static final String WIDEST = "return Array.from(document.querySelectorAll('body *')).filter(function (e) {"
            + " return e.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5; }).slice(0, 5)"
            + ".map(function (e) { return e.tagName + '.' + e.className; }).join(', ')";

    private static List<Path> pages(Path site) throws IOException {
        try (Stream<Path> found = Files.list(site)) {
            return found.filter(file -> file.getFileName().toString().matches("cxone-.*\\.html"))
                    .sorted()
                    .toList();
        }
    }
}

package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.RedactedText;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.reporting.MavenReportException;

/**
 * A page in the project's site, made of a file that another goal wrote; no page where there is none.
 *
 * @param source the file
 * @param name the page's name in the site
 * @param body what the page shows, as HTML
 */
record SitePage(GoalContext goal, String title, Path source, String name, PageContent body) {

    /** Makes a page's content. */
    @FunctionalInterface
    interface PageContent {
        String html() throws CxoneException;
    }

    /** Writes a page of its own. */
    @FunctionalInterface
    interface PageWriter {
        void write(Path page) throws CxoneException;
    }

    /** Whether there is something to show. */
    boolean exists() {
        return Files.exists(source);
    }

    /** Writes the page where the site would have it. */
    void writeAlone(Path site, PageWriter writer) throws CxoneException {
        if (!exists()) {
            goal.log().info("No page: there is no " + source);
            return;
        }
        Path page = site.resolve(name + ".html");
        writer.write(page);
        goal.log().info("Report: " + goal.shown(page));
    }

    /** Renders the page as part of a site. */
    void render(Sink sink) throws MavenReportException {
        String content = content();
        sink.head();
        sink.title();
        sink.text(title);
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(title);
        sink.sectionTitle1_();
        sink.rawText(content);
        sink.section1_();
        sink.body_();
        sink.flush();
    }

    private String content() throws MavenReportException {
        try {
            return body.html();
        } catch (CxoneException e) {
            // The constructor takes an exception only.
            throw new MavenReportException(RedactedText.of(goal.session()).text(e.getMessage()));
        }
    }
}

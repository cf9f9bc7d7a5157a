package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.mojo.project.RedactedText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * A page in the project's site, made of a file that another goal wrote; no page where there is none. This stands on the
 * reporting API alone: the usual base class brings forty libraries to render a site, which the site plugin does already.
 */
abstract class AbstractSiteReportMojo extends AbstractCxoneMojo implements MavenMultiPageReport {

    /**
     * Where results are written, and read for the site.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.outputDirectory", defaultValue = "${project.build.directory}/cxone", required = true)
    private File outputDirectory;

    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File reportOutputDirectory;

    /** The file of which the page is made. */
    abstract String sourceName();

    /** The page's name in the site. */
    abstract String pageName();

    /** The page's content. */
    abstract String body(Path source) throws CxoneException;

    /** Writes the content as a page of its own. */
    abstract void write(Path source, Path page) throws CxoneException;

    private Path source() {
        return outputDirectory.toPath().resolve(sourceName());
    }

    /** Run by itself, outside of a site, the goal writes a page of its own where the site would have one. */
    @Override
    final void run() throws CxoneException {
        if (!Files.exists(source())) {
            getLog().info("No page: there is no " + source());
            return;
        }
        Path page = reportOutputDirectory.toPath().resolve(pageName() + ".html");
        write(source(), page);
        getLog().info("Page: " + page);
    }

    @Override
    public final void generate(Sink sink, Locale locale) throws MavenReportException {
        generate(sink, null, locale);
    }

    @Override
    public final void generate(Sink sink, @Nullable SinkFactory sinkFactory, Locale locale)
            throws MavenReportException {
        String content;
        try {
            checkConfiguration();
            content = body(source());
        } catch (CxoneException e) {
            RedactedText redacted = RedactedText.of(session);
            // The constructor takes an exception only.
            throw new MavenReportException(redacted.text(e.getMessage()));
        }
        sink.head();
        sink.title();
        sink.text(getName(locale));
        sink.title_();
        sink.head_();
        sink.body();
        sink.section1();
        sink.sectionTitle1();
        sink.text(getName(locale));
        sink.sectionTitle1_();
        sink.rawText(content);
        sink.section1_();
        sink.body_();
        sink.flush();
    }

    @Override
    public final boolean canGenerateReport() {
        return !isSkipped() && Files.exists(source());
    }

    @Override
    public final String getOutputPath() {
        return pageName();
    }

    /** What site plugins before 3.20 ask for. */
    @Override
    @SuppressWarnings("deprecation")
    public final String getOutputName() {
        return pageName();
    }

    @Override
    public final String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public final void setReportOutputDirectory(File directory) {
        reportOutputDirectory = directory;
    }

    @Override
    public final File getReportOutputDirectory() {
        return reportOutputDirectory;
    }

    @Override
    public final boolean isExternalReport() {
        return false;
    }
}

package io.github.cxonetools.mojo;

import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.doxia.sink.SinkFactory;
import org.apache.maven.reporting.MavenMultiPageReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * A report of Maven's site that is one page. It stands on the reporting API alone: the usual base class brings forty
 * libraries to render a site, which the site plugin does already.
 */
interface SiteReport extends MavenMultiPageReport {

    /** The page, as the goal's parameters describe it. */
    SitePage page();

    /** False where a switch keeps the goal from running. */
    boolean isWanted();

    @Override
    default void generate(Sink sink, Locale locale) throws MavenReportException {
        page().render(sink);
    }

    @Override
    default void generate(Sink sink, @Nullable SinkFactory sinkFactory, Locale locale) throws MavenReportException {
        page().render(sink);
    }

    @Override
    default boolean canGenerateReport() {
        return isWanted() && page().exists();
    }

    @Override
    default String getOutputPath() {
        return page().name();
    }

    /** What site plugins before 3.20 ask for. */
    @Override
    @SuppressWarnings("deprecation")
    default String getOutputName() {
        return page().name();
    }

    @Override
    default String getName(Locale locale) {
        return page().title();
    }

    @Override
    default String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    default boolean isExternalReport() {
        return false;
    }
}

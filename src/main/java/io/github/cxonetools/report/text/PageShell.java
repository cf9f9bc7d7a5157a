package io.github.cxonetools.report.text;

import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.file.AtomicFile;
import io.github.cxonetools.file.FileBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds each page's content: the bar with project, version, commit, time, verdict and links to the other pages, and
 * the rail with an entry for each part.
 *
 * @param name the page's name, one of {@link PageLinks#PAGES}
 * @param title the title of the browser's tab
 * @param origin the build that made the page
 * @param verdict what came of it
 * @param rail the entries of the rail, from the top
 */
public record PageShell(String name, String title, PageOrigin origin, Badge verdict, List<Entry> rail) {

    private static final int SHORT_HASH = 9;

    /** How the bar's time begins; before it nothing is shown that is not escaped. */
    private static final String TIME = "<time datetime=\"";

    /**
     * What came of it, in a few words.
     *
     * @param tone {@code good}, {@code bad}, {@code warn}, or empty
     */
    public record Badge(String text, String tone) {

        /** No verdict. */
        public static final Badge NONE = new Badge("", "");
    }

    /**
     * An entry of the rail.
     *
     * @param target where it leads to: the id of an element
     * @param note a few words behind the label, or empty
     * @param tone {@code good}, {@code bad}, {@code warn}, or empty
     * @param percent how much of a bar below it is filled, 0 to 100; null for no bar
     */
    public record Entry(
            String target,
            String label,
            String note,
            String tone,
            @Nullable Integer percent) {

        /** What a template shows of it. */
        public Map<String, Object> model() {
            return Map.of(
                    "target",
                    target,
                    "label",
                    label,
                    "note",
                    note,
                    "tone",
                    tone,
                    "barred",
                    percent != null,
                    "percent",
                    percent == null ? "" : percent);
        }
    }

    public PageShell {
        rail = List.copyOf(rail);
    }

    /** What the templates around the content show. */
    Map<String, Object> model(@Nullable Path file) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title);
        model.put("heading", PageLinks.heading(name));
        model.put("project", orEmpty(origin.project()));
        model.put("projectVersion", orEmpty(origin.version()));
        String commit = orEmpty(origin.commit());
        model.put("commit", commit);
        model.put("shortCommit", commit.substring(0, Math.min(SHORT_HASH, commit.length())));
        model.put("time", origin.time() == null ? "" : origin.time().toString());
        model.put("timeText", origin.time() == null ? "" : TimeText.moment(origin.time()));
        model.put("hasVerdict", !verdict.text().isEmpty());
        model.put("verdict", Map.of("text", verdict.text(), "tone", verdict.tone()));
        model.put("links", file == null ? "" : PageLinks.html(file, name));
        model.put("rail", rail.stream().map(Entry::model).toList());
        model.put("hasRail", !rail.isEmpty());
        return model;
    }

    /** Says on a page that was written before, and says the same now, when that was; a page without a time is left as it is. */
    public static void setTime(Path file, Instant time) throws UnavailableException {
        try {
            byte[] page = FileBytes.read(file);
            String bytes = new String(page, StandardCharsets.ISO_8859_1); // What is looked for is ASCII.
            int begin = bytes.indexOf(TIME);
            int end = bytes.indexOf("</time>", Math.max(0, begin));
            if (begin >= 0 && end >= 0) {
                String stamp = TimeText.stamp(time);
                String element = TIME + stamp + "\" title=\"" + stamp + "\">" + TimeText.moment(time);
                AtomicFile.write(file, out -> {
                    out.write(page, 0, begin);
                    out.write(element.getBytes(StandardCharsets.UTF_8));
                    out.write(page, end, page.length - end);
                });
            }
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + file, e);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

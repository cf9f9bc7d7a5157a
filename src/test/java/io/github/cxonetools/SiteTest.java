package io.github.cxonetools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds that the pages of the site lead to each other. */
class SiteTest {

    private static final Path PAGES = Path.of("src", "site", "markdown");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\.html[^)]*\\)");

    private static final Pattern MENU_ITEM = Pattern.compile("href=\"([^\":]+)\\.html\"");

    @Test
    void everyLinkLeadsToAPage() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (Path target : targets(LINK, page, page.getParent())) {
                if (!Files.exists(target)) {
                    dead.add(PAGES.relativize(page) + " -> " + PAGES.relativize(target));
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheMenuOrFromItsIndex() throws IOException {
        Set<Path> reached = new TreeSet<>(targets(MENU_ITEM, Path.of("src", "site", "site.xml"), PAGES));
        for (Path page : pages()) {
            if (page.endsWith("index.md")) {
                reached.addAll(targets(LINK, page, page.getParent()));
            }
        }
        assertThat(reached).containsAll(pages());
    }

    private static Set<Path> targets(Pattern link, Path file, Path directory) throws IOException {
        Set<Path> targets = new TreeSet<>();
        Matcher matcher = link.matcher(Files.readString(file));
        while (matcher.find()) {
            targets.add(directory.resolve(matcher.group(1) + ".md").normalize());
        }
        return targets;
    }

    private static Set<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md")).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}

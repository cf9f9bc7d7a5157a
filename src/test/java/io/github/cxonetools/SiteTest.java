package io.github.cxonetools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds that the pages of the site lead to each other, and name types that exist. */
class SiteTest {

    private static final Path PAGES = Path.of("src", "site", "markdown");

    private static final Path SITE = Path.of("src", "site", "site.xml");

    private static final Pattern REPOSITORY_LINK = Pattern.compile(
            "\\]\\(https://github\\.com/cxonetools/cxone-maven-plugin/(?:tree|blob)/main/([^)#]+)[^)]*\\)");

    private static final Path RESOURCES = Path.of("src", "site", "resources");

    private static final Pattern RELATIVE_LINK = Pattern.compile("\\]\\((?!https?:)([^)\\s]+)\\)");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\.html[^)]*\\)");

    private static final Pattern MENU_ITEM = Pattern.compile("href=\"([^\":]+)\\.html\"");

    /** Two humps at least, so that a plain word is not taken for a type. */
    private static final Pattern TYPE = Pattern.compile("`([A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+)`");

    /** Packages of other projects whose types the pages name. */
    private static final List<String> LIBRARIES = List.of(
            "java.lang",
            "java.math",
            "java.util",
            "org.apache.maven.execution",
            "com.github.victools.jsonschema.generator",
            "com.github.victools.jsonschema.generator.impl",
            "tools.jackson.databind");

    /** Those that maven-plugin-report-plugin writes are of the goals, which it lists. */
    @Test
    void everyLinkLeadsToAPage() throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path page : pages()) {
            for (Path target : targets(LINK, page, page.getParent())) {
                if (!Files.exists(target) && !isOfAGoal(target)) {
                    dead.add(PAGES.relativize(page) + " -> " + PAGES.relativize(target));
                }
            }
        }
        for (Path target : targets(MENU_ITEM, SITE, PAGES)) {
            if (!Files.exists(target) && !isOfAGoal(target)) {
                dead.add("the menu -> " + PAGES.relativize(target));
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void everyLinkToAPlaceOfThisRepositoryLeadsThere() throws IOException {
        Set<String> dead = new TreeSet<>();
        int links = 0;
        for (Path document : documents()) {
            for (String link : found(REPOSITORY_LINK, document)) {
                links++;
                if (!Files.exists(Path.of(link))) {
                    dead.add(document + " -> " + link);
                }
            }
            if (document.startsWith(PAGES)) {
                continue;
            }
            for (String link : found(RELATIVE_LINK, document)) {
                links++;
                if (!leadsSomewhere(document, link)) {
                    dead.add(document + " -> " + link);
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isGreaterThan(30);
    }

    /** To a file, and there to a heading as GitHub names it. */
    private static boolean leadsSomewhere(Path document, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? document
                : document.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || headings(target).contains(parts[1]));
    }

    private static Set<String> headings(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** The site names headings otherwise than GitHub, where its pages are read, too. */
    @Test
    void pagesLinkToWholePages() throws IOException {
        Set<String> parts = new TreeSet<>();
        for (Path page : pages()) {
            found(RELATIVE_LINK, page).stream()
                    .filter(link -> link.contains("#"))
                    .forEach(link -> parts.add(page + " -> " + link));
        }
        assertThat(parts).isEmpty();
    }

    /** What a page links to beside pages: schemas. */
    @Test
    void everyLinkToAFileOfTheSiteLeadsThere() throws IOException {
        Set<String> dead = new TreeSet<>();
        int links = 0;
        for (Path page : pages()) {
            for (String link : found(RELATIVE_LINK, page)) {
                if (!link.endsWith(".html")) {
                    links++;
                    Path inSite = PAGES.relativize(page.resolveSibling(link).normalize());
                    if (!Files.exists(RESOURCES.resolve(inSite))) {
                        dead.add(page + " -> " + link);
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
        assertThat(links).isPositive();
    }

    private static List<String> found(Pattern pattern, Path document) throws IOException {
        String prose = Files.readString(document).replaceAll("(?ms)^```.*?^```$", "");
        return pattern.matcher(prose).results().map(link -> link.group(1)).toList();
    }

    /** Every Markdown file of this repository. */
    private static Set<Path> documents() throws IOException {
        Set<Path> documents = new TreeSet<>(Set.of(Path.of("README.md")));
        for (String root : List.of(".github", "src")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
            }
        }
        return documents;
    }

    private static boolean isOfAGoal(Path target) throws IOException {
        String name = target.getFileName().toString().replaceAll("(-mojo)?\\.md$", "");
        return name.equals("plugin-info")
                || Files.readString(Path.of("target", "classes", "META-INF", "maven", "plugin.xml"))
                        .contains("<goal>" + name + "</goal>");
    }

    @Test
    void everyPageIsReachedFromTheMenuOrFromItsIndex() throws IOException {
        Set<Path> reached = new TreeSet<>(targets(MENU_ITEM, SITE, PAGES));
        for (Path page : pages()) {
            if (page.endsWith("index.md")) {
                reached.addAll(targets(LINK, page, page.getParent()));
            }
        }
        assertThat(reached).containsAll(pages());
    }

    /**
     * A name in backquotes that reads like a type's is one: of this project, or of what it stands on. The pages for users name
     * types of theirs, too.
     */
    @Test
    void everyTypeThatAPageNamesExists() throws IOException {
        Set<String> known = ownTypes();
        Set<String> unknown = new TreeSet<>();
        for (Path page : pages()) {
            if (page.startsWith(PAGES.resolve("usage"))) {
                continue;
            }
            Matcher matcher = TYPE.matcher(Files.readString(page));
            while (matcher.find()) {
                String name = matcher.group(1);
                if (!known.contains(name) && !isOfALibrary(name)) {
                    unknown.add(PAGES.relativize(page) + ": " + name);
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    private static Set<String> ownTypes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.substring(0, file.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }

    private static boolean isOfALibrary(String name) {
        return LIBRARIES.stream().anyMatch(packageName -> {
            try {
                Class.forName(packageName + "." + name, false, SiteTest.class.getClassLoader());
                return true;
            } catch (ClassNotFoundException | LinkageError e) {
                return false;
            }
        });
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

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

/** Holds that the pages of the site lead to each other, and name types that exist. */
class SiteTest {

    private static final Path PAGES = Path.of("src", "site", "markdown");

    private static final Path SITE = Path.of("src", "site", "site.xml");

    private static final Pattern REPOSITORY_LINK = Pattern.compile(
            "\\]\\(https://github\\.com/cxonetools/cxone-maven-plugin/(?:tree|blob)/main/([^)#]+)[^)]*\\)");

    private static final Pattern RELATIVE_LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)[^)]*\\)");

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
        List<String> dead = new ArrayList<>();
        List<Path> all = new ArrayList<>(pages());
        all.add(Path.of("README.md"));
        for (Path page : all) {
            Matcher link = REPOSITORY_LINK.matcher(Files.readString(page));
            while (link.find()) {
                if (!Files.exists(Path.of(link.group(1)))) {
                    dead.add(page + " -> " + link.group(1));
                }
            }
        }
        Matcher link = RELATIVE_LINK.matcher(Files.readString(Path.of("README.md")));
        while (link.find()) {
            if (!Files.exists(Path.of(link.group(1)))) {
                dead.add("README.md -> " + link.group(1));
            }
        }
        assertThat(dead).isEmpty();
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

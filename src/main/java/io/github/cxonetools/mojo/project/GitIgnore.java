package io.github.cxonetools.mojo.project;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether Git would take in what a goal has written; as far as the files named {@code .gitignore} tell. */
public final class GitIgnore {

    private GitIgnore() {}

    /** Whether a file lies in a work tree, and no rule on its way there leaves it out. */
    public static boolean misses(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = workTree(absolute);
        if (root == null) {
            return false;
        }
        boolean isIgnored = ignores(root, root.resolve(".git/info/exclude"), absolute);
        for (Path each = absolute.getParent(); each != null && each.startsWith(root); each = each.getParent()) {
            isIgnored |= ignores(each, each.resolve(".gitignore"), absolute);
        }
        return !isIgnored;
    }

    /** Whether a file lies in a work tree, and a rule on its way there leaves it out. */
    public static boolean ignores(Path file) {
        return workTree(file.toAbsolutePath().normalize()) != null && !misses(file);
    }

    /** The line that leaves out a file or a directory, from the root of its work tree. */
    public static String entry(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = workTree(absolute);
        return (root == null ? absolute : root.relativize(absolute)).toString().replace('\\', '/');
    }

    private static @Nullable Path workTree(Path file) {
        for (Path each = file.getParent(); each != null; each = each.getParent()) {
            if (Files.exists(each.resolve(".git"))) {
                return each;
            }
        }
        return null;
    }

    private static boolean ignores(Path directory, Path rules, Path file) {
        List<String> lines;
        try {
            lines = Files.isRegularFile(rules) ? Files.readAllLines(rules) : List.of();
        } catch (IOException e) {
            return true; // In an encoding of its own: better no advice than a wrong one.
        }
        boolean isIgnored = false;
        for (String line : lines) {
            String rule = line.strip();
            boolean isTakenBack = rule.startsWith("!");
            rule = isTakenBack ? rule.substring(1) : rule;
            if (!rule.isEmpty() && !rule.startsWith("#") && matches(rule, directory.relativize(file))) {
                isIgnored = !isTakenBack;
            }
        }
        return isIgnored;
    }

    /** A rule that takes a directory takes what is in it; one without a slash within holds at every depth. */
    private static boolean matches(String rule, Path file) {
        String pattern = rule.replaceAll("/+$", "");
        boolean isAnchored = pattern.contains("/");
        String glob = "glob:" + (isAnchored ? pattern.replaceAll("^/", "") : pattern);
        for (Path each = file; each != null; each = each.getParent()) {
            Path candidate = isAnchored ? each : each.getFileName();
            if (FileSystems.getDefault().getPathMatcher(glob).matches(candidate)) {
                return true;
            }
        }
        return false;
    }
}

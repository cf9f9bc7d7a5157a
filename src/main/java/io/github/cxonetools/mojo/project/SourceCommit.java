package io.github.cxonetools.mojo.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The commit that a project is built from: what the CI system says, else what Git's own files say. */
public final class SourceCommit {

    private static final List<String> CI_VARIABLES =
            List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT", "BITBUCKET_COMMIT", "BUILD_SOURCEVERSION");

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40,64}");

    private SourceCommit() {}

    /** The hash, or null where it cannot be told. */
    public static @Nullable String of(MavenProject project) {
        for (String variable : CI_VARIABLES) {
            String value = System.getenv(variable);
            if (value != null && HASH.matcher(value).matches()) {
                return value;
            }
        }
        try {
            return fromGit(ModuleDirectory.of(project).toAbsolutePath());
        } catch (IOException e) {
            return null; // A repository in a shape of its own; the audit does without.
        }
    }

    private static @Nullable String fromGit(@Nullable Path directory) throws IOException {
        for (Path each = directory; each != null; each = each.getParent()) {
            Path git = each.resolve(".git");
            if (Files.isRegularFile(git.resolve("HEAD"))) {
                String head = Files.readString(git.resolve("HEAD")).strip();
                return head.startsWith("ref: ") ? ref(git, head.substring(5)) : hash(head);
            }
        }
        return null;
    }

    private static @Nullable String ref(Path git, String ref) throws IOException {
        if (Files.isRegularFile(git.resolve(ref))) {
            return hash(Files.readString(git.resolve(ref)).strip());
        }
        if (Files.isRegularFile(git.resolve("packed-refs"))) {
            for (String line : Files.readAllLines(git.resolve("packed-refs"))) {
                if (line.endsWith(" " + ref)) {
                    return hash(line.substring(0, line.indexOf(' ')));
                }
            }
        }
        return null;
    }

    private static @Nullable String hash(String text) {
        return HASH.matcher(text).matches() ? text : null;
    }
}

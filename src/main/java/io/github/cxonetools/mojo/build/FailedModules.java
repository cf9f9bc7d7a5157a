package io.github.cxonetools.mojo.build;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** The modules in which a goal failed, reported together. */
final class FailedModules {

    private final List<String> messages = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean over;

    /** What the goal said in a module, in the order of the modules. */
    void add(MavenProject module, Exception failure) {
        messages.add(module.getArtifactId() + ": " + failure.getMessage());
        failures.add(failure);
        over = failure instanceof MojoExecutionException;
    }

    /** Whether further modules would only meet the same, for example a tenant that does not answer. */
    boolean isOver() {
        return over;
    }

    /**
     * Fails if a module did.
     *
     * @param notReached the modules whose turn did not come
     */
    void throwIfAny(List<String> notReached) throws MojoExecutionException, MojoFailureException {
        if (messages.isEmpty()) {
            return;
        }
        if (!notReached.isEmpty()) {
            messages.add("Not tried after that: " + String.join(", ", notReached));
        }
        String message = String.join("\n", messages);
        Throwable cause = failures.size() == 1 ? failures.get(0).getCause() : null;
        if (over) {
            throw new MojoExecutionException(message, cause);
        }
        throw new MojoFailureException(message, cause);
    }
}

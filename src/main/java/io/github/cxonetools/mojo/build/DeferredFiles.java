package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.DeploymentFiles;
import io.github.cxonetools.mojo.project.GoalContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * Where modules keep what they defer: {@code target/cxone/deferred.json}, and beside it a further file for each further
 * execution that defers something in the same build.
 */
public final class DeferredFiles {

    private static final String NAME = "deferred";

    private DeferredFiles() {}

    /** The file of the goal's execution, the same whenever it is asked for. */
    static Path of(GoalContext goal) {
        String key = goal.name() + "-" + goal.execution().getExecutionId();
        Path folder = folder(goal.project());
        Object first = goal.session().getRequest().getData().putIfAbsent(DeferredFiles.class.getName() + folder, key);
        return folder.resolve(first == null || first.equals(key) ? NAME + ".json" : NAME + "-" + key + ".json");
    }

    /** The files of a module, sorted. */
    static List<Path> of(MavenProject module) throws UnavailableException {
        Path folder = folder(module);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(DeferredFiles::isOne).sorted().toList();
        } catch (IOException e) {
            throw new UnavailableException("Could not read " + folder + ". Check its permissions", e);
        }
    }

    /** Strikes out what a goal has now done in its module, and keeps what else was deferred there. */
    static void done(GoalContext goal, Set<String> actions) throws CxoneException {
        for (Path file : of(goal.project())) {
            Optional<DeferredDeployment> left = DeferredDeployment.read(file);
            if (left.isPresent() && left.get().goal().equals(goal.name())) {
                Optional<DeferredDeployment> rest = left.get().without(actions);
                if (rest.isPresent()) {
                    rest.get().write(file);
                } else {
                    DeploymentFiles.delete(file);
                }
            }
        }
    }

    /** What modules defer, and what their reports are beside. */
    public static Path folder(MavenProject module) {
        return Path.of(module.getBuild().getDirectory(), "cxone");
    }

    private static boolean isOne(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(NAME) && name.endsWith(".json");
    }
}

package io.github.cxonetools.mojo.handlers;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Tells a handler that has not been compiled yet from one whose name is wrong. */
final class NotCompiled {

    private static final List<String> SOURCES = List.of(".java", ".kt", ".groovy", ".scala");

    private final MavenProject module;
    private final String goal;

    /** @param goal what was typed, for example {@code cxone:tenant} */
    NotCompiled(MavenProject module, String goal) {
        this.module = module;
        this.goal = goal;
    }

    /** What is said where the handlers of {@code actions} could not be loaded for the reason {@code e}. */
    CxoneException explain(List<ActionDefinition> actions, CxoneException e) {
        Path output = Path.of(module.getBuild().getOutputDirectory());
        for (ActionDefinition action : actions) {
            String handler = className(action);
            if (handler == null || Files.exists(output.resolve(path(handler) + ".class"))) {
                continue;
            }
            if (hasSource(handler) || !hasClasses(output)) {
                return new RejectedException(action.name() + ": handler " + handler
                        + " is not compiled yet: it is not in " + output + ". Type: mvn compile " + goal);
            }
        }
        return e;
    }

    private static @Nullable String className(ActionDefinition action) {
        String handler = action.handler();
        return handler == null ? null : handler.strip().split("#", 2)[0];
    }

    private static String path(String className) {
        return className.replace('.', '/');
    }

    private boolean hasSource(String className) {
        String outermost = path(className).split("\\$", 2)[0];
        return module.getCompileSourceRoots().stream().anyMatch(root -> SOURCES.stream()
                .anyMatch(ending -> Files.exists(Path.of(root).resolve(outermost + ending))));
    }

    private static boolean hasClasses(Path output) {
        if (!Files.isDirectory(output)) {
            return false;
        }
        try (Stream<Path> files = Files.find(
                output,
                Integer.MAX_VALUE,
                (file, attributes) -> file.toString().endsWith(".class"),
                FileVisitOption.FOLLOW_LINKS)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            return false;
        }
    }
}

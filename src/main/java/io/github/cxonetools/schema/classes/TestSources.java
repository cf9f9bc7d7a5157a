package io.github.cxonetools.schema.classes;

import io.github.cxonetools.action.ActionDefinition;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handlers that lie in test sources: contracts are made before those are compiled, and never packaged with them. */
public final class TestSources {

    private static final List<String> ENDINGS = List.of(".java", ".kt", ".groovy", ".scala", ".class");

    private final List<Path> roots;

    public TestSources(List<Path> roots) {
        this.roots = roots;
    }

    /** What to do about an action's handler that is in test sources only; null where it is not. */
    @Nullable
    public String problem(ActionDefinition action, ProjectClasses classes) {
        String handler = action.handler();
        if (handler == null || roots.isEmpty()) {
            return null;
        }
        String name = before('#', handler);
        Path file = classes.has(name) ? null : find(before('$', name).replace('.', '/'));
        return file == null
                ? null
                : action.name() + ": handler " + name + " is in test sources ("
                        + file.toString().replace('\\', '/')
                        + "), which are compiled after the contracts are made and not deployed. Move it to the main"
                        + " sources, src/main/java";
    }

    private static String before(char end, String text) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }

    /** A nested class may be written with a dot, and lies in the file of the class around it. */
    private @Nullable Path find(String path) {
        for (Path root : roots) {
            for (String ending : ENDINGS) {
                Path file = resolve(root, path + ending);
                if (file != null && Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        int slash = path.lastIndexOf('/');
        boolean nested = slash > 0 && Character.isUpperCase(path.charAt(path.lastIndexOf('/', slash - 1) + 1));
        return nested ? find(path.substring(0, slash)) : null;
    }

    private static @Nullable Path resolve(Path root, String path) {
        try {
            return root.resolve(path);
        } catch (InvalidPathException e) {
            return null; // No class has such a name, and another message says so.
        }
    }
}

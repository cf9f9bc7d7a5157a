package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.ActionDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** Where a module keeps its fixtures, for goals that have no parameter for it: as {@code fixturesDirectory} says there. */
public final class FixtureDirectory {

    private static final String PARAMETER = "fixturesDirectory";
    private static final String DEFAULT = "src/test/cxone";

    private FixtureDirectory() {}

    /** The folder of each action of {@code module}. */
    public static Map<String, Path> ofActions(List<ActionDefinition> actions, MavenProject module, GoalContext goal) {
        Map<String, Path> folders = new TreeMap<>();
        if (!actions.isEmpty()) {
            Path directory = of(module, goal.pluginKey(), goal.session());
            actions.forEach(action -> folders.put(action.name(), directory.resolve(action.name())));
        }
        return folders;
    }

    /** The POM's, then the command line's, then the default. */
    static Path of(MavenProject module, String pluginKey, MavenSession session) {
        String set = configured(module.getPlugin(pluginKey));
        String given = set == null ? session.getUserProperties().getProperty("cxone." + PARAMETER) : set;
        String inPom = given == null ? module.getProperties().getProperty("cxone." + PARAMETER) : given;
        return ModuleDirectory.of(module)
                .resolve(inPom == null ? DEFAULT : inPom)
                .normalize();
    }

    private static @Nullable String configured(@Nullable Plugin plugin) {
        Object configuration = plugin == null ? null : plugin.getConfiguration();
        Xpp3Dom value = configuration instanceof Xpp3Dom dom ? dom.getChild(PARAMETER) : null;
        return value == null ? null : value.getValue();
    }
}

package io.github.cxonetools.mojo;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** The names of the actions that each module of the build declares, read from the POMs. */
final class ReactorActions {

    private final Map<String, Set<String>> namesByModule = new TreeMap<>();
    private final Map<String, SortedSet<String>> modulesByName = new HashMap<>();

    /**
     * @param pluginKey this plugin's {@code groupId:artifactId}
     */
    ReactorActions(Collection<MavenProject> modules, String pluginKey) {
        for (MavenProject module : modules) {
            Set<String> names = new LinkedHashSet<>();
            Plugin plugin = module.getPlugin(pluginKey);
            if (plugin != null) {
                addNames(plugin, names);
                plugin.getExecutions().forEach(execution -> addNames(execution, names));
            }
            String key = module.getGroupId() + ":" + module.getArtifactId();
            namesByModule.put(key, names);
            names.forEach(name -> modulesByName
                    .computeIfAbsent(folded(name), any -> new TreeSet<>())
                    .add(key));
        }
    }

    /** Whether any module declares an action. */
    boolean isEmpty() {
        return namesByModule.values().stream().allMatch(Set::isEmpty);
    }

    /** All names, sorted. */
    Set<String> names() {
        Set<String> all = new TreeSet<>();
        namesByModule.values().forEach(all::addAll);
        return all;
    }

    /** The modules, sorted, that declare an action of this name, whatever its case. */
    List<String> modulesWith(String name) {
        return List.copyOf(modulesByName.getOrDefault(folded(name), Collections.emptySortedSet()));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What a module's POM declares, in the plugin's configuration or else in that of its executions. */
    static List<Action> declaredBy(MavenProject module, String pluginKey) {
        Plugin plugin = module.getPlugin(pluginKey);
        if (plugin == null) {
            return List.of();
        }
        List<Action> declared = actions(plugin);
        return declared.isEmpty()
                ? plugin.getExecutions().stream()
                        .map(ReactorActions::actions)
                        .filter(actions -> !actions.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                : declared;
    }

    private static List<Action> actions(ConfigurationContainer container) {
        if (container.getConfiguration() instanceof Xpp3Dom configuration
                && configuration.getChild("actions") != null) {
            return Arrays.stream(configuration.getChild("actions").getChildren())
                    .map(Action::of)
                    .toList();
        }
        return List.of();
    }

    private static void addNames(ConfigurationContainer container, Set<String> names) {
        actions(container).forEach(action -> names.add(action.name() == null ? "" : action.name()));
    }
}

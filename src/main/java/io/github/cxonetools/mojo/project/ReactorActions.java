package io.github.cxonetools.mojo.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
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
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The names of the actions that each module of the build declares, read from the POMs. */
public final class ReactorActions {

    /** What a goal says where no module of the build has actions. */
    public static final String NONE = "No module of this build has <actions>. Add to the configuration of "
            + "cxone-maven-plugin:\n<actions>\n  <action>\n    <name>MyAction</name>\n"
            + "    <handler>com.example.MyHandler</handler>\n"
            + "    <handlerUrl>https://actions.example.com/my-action</handlerUrl>\n  </action>\n</actions>";

    private final Map<String, Set<String>> namesByModule = new TreeMap<>();
    private final Map<String, SortedSet<String>> modulesByName = new HashMap<>();

    /**
     * @param pluginKey this plugin's {@code groupId:artifactId}
     */
    public ReactorActions(Collection<MavenProject> modules, String pluginKey) {
        for (MavenProject module : modules) {
            Set<String> names = new LinkedHashSet<>();
            Plugin plugin = module.getPlugin(pluginKey);
            if (plugin != null) {
                addNames(plugin, names);
                for (PluginExecution execution : plugin.getExecutions()) {
                    addNames(execution, names);
                }
            }
            String key = module.getGroupId() + ":" + module.getArtifactId();
            namesByModule.put(key, names);
            for (String name : names) {
                SortedSet<String> modulesWithName = modulesByName.getOrDefault(folded(name), new TreeSet<>());
                modulesWithName.add(key);
                modulesByName.put(folded(name), modulesWithName);
            }
        }
    }

    /** Of all modules of the build that {@code goal} runs in. */
    public static ReactorActions of(GoalContext goal) {
        return new ReactorActions(goal.modules(), goal.pluginKey());
    }

    /** Whether any module declares an action. */
    public boolean isEmpty() {
        return modulesByName.isEmpty();
    }

    /** All names, sorted. */
    public Set<String> names() {
        Set<String> all = new TreeSet<>();
        for (Set<String> names : namesByModule.values()) {
            all.addAll(names);
        }
        return all;
    }

    /** The names that modules other than {@code module} declare, sorted. */
    public Set<String> namesOutside(MavenProject module) {
        Set<String> all = new TreeSet<>();
        namesByModule.forEach((key, names) -> {
            if (!key.equals(module.getGroupId() + ":" + module.getArtifactId())) {
                all.addAll(names);
            }
        });
        return all;
    }

    /** The modules, sorted, that declare an action of this name, whatever its case. */
    List<String> modulesWith(String name) {
        return List.copyOf(modulesByName.getOrDefault(folded(name), Collections.emptySortedSet()));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * What a module's POM declares, in the plugin's configuration and in that of its executions; of two with the same name,
     * the first.
     */
    public static List<ActionElement> declaredBy(MavenProject module, String pluginKey) {
        Plugin plugin = module.getPlugin(pluginKey);
        if (plugin == null) {
            return List.of();
        }
        List<ActionElement> declared = new ArrayList<>(actions(plugin));
        Set<@Nullable String> names = new HashSet<>();
        declared.forEach(action -> names.add(action.name()));
        for (PluginExecution execution : plugin.getExecutions()) {
            for (ActionElement action : actions(execution)) {
                if (names.add(action.name())) {
                    declared.add(action);
                }
            }
        }
        return declared;
    }

    /** Whether a goal that is typed finds actions in the module, with the right execution's id at least. */
    public static boolean hasActions(MavenProject module, String pluginKey) {
        Plugin managed = module.getPluginManagement() == null
                ? null
                : module.getPluginManagement().getPluginsAsMap().get(pluginKey);
        Plugin plugin = module.getPlugin(pluginKey);
        return plugin == null
                ? managed != null && hasActions(managed)
                : hasActions(plugin) || plugin.getExecutions().stream().anyMatch(ReactorActions::hasActions);
    }

    /** Whether the plugin's own configuration has actions, which Maven gives to each of its executions too. */
    static boolean hasOwnActions(MavenProject module, String pluginKey) {
        Plugin plugin = module.getPlugin(pluginKey);
        return plugin != null && hasActions(plugin);
    }

    /** The executions of the module that have actions, in the POM's order. */
    static List<PluginExecution> executionsWithActions(MavenProject module, String pluginKey) {
        Plugin plugin = module.getPlugin(pluginKey);
        return plugin == null
                ? List.of()
                : plugin.getExecutions().stream()
                        .filter(ReactorActions::hasActions)
                        .toList();
    }

    /** The modules of {@code chosen} that have an action whose name is one of {@code names}; any, where there are none. */
    public static List<MavenProject> modulesWithAny(List<MavenProject> chosen, String pluginKey, Set<String> names) {
        return chosen.stream()
                .filter(module -> names.isEmpty()
                        ? hasActions(module, pluginKey)
                        : declaredBy(module, pluginKey).stream().anyMatch(action -> names.contains(action.name())))
                .toList();
    }

    private static boolean hasActions(ConfigurationContainer container) {
        return elements(container).length > 0;
    }

    private static List<ActionElement> actions(ConfigurationContainer container) {
        List<ActionElement> actions = new ArrayList<>();
        for (Xpp3Dom action : elements(container)) {
            actions.add(ActionElement.of(action));
        }
        return actions;
    }

    private static Xpp3Dom[] elements(ConfigurationContainer container) {
        Xpp3Dom actions = container.getConfiguration() instanceof Xpp3Dom configuration
                ? configuration.getChild("actions")
                : null;
        return actions == null ? new Xpp3Dom[0] : actions.getChildren();
    }

    private static void addNames(ConfigurationContainer container, Set<String> names) {
        for (Xpp3Dom action : elements(container)) {
            String name = ActionElement.nameOf(action);
            names.add(name == null ? "" : name);
        }
    }
}

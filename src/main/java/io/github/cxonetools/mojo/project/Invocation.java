package io.github.cxonetools.mojo.project;

import io.github.cxonetools.metrics.gate.GoalCommands;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.project.MavenProject;

/** How this build was called, as far as another command needs it to reach the same project and the same tenant. */
public final class Invocation implements GoalCommands {

    /** What leads to a tenant. None of it is a secret: those are no parameters. */
    private static final List<String> WAYS_TO_A_TENANT = List.of(
            "baseUrl",
            "tenantDirectory",
            "tokenUrl",
            "actionsPath",
            "authentication",
            "serverId",
            "accessKeyServerId",
            "tokenAudience",
            "httpVersion",
            "receipts");

    private final GoalContext goal;
    private final MavenExecutionRequest request;

    public Invocation(GoalContext goal) {
        this.goal = goal;
        this.request = goal.session().getRequest();
    }

    /** {@code mvn cxone:} and a goal, or the full coordinates, where Maven does not know the prefix from this directory. */
    @Override
    public String command(String name) {
        String plugin = isPrefixKnown() ? "cxone" : goal.pluginKey() + ":" + goal.pluginVersion();
        return "mvn " + plugin + ":" + name + UnreadActions.executionId(goal);
    }

    /** Maven asks the settings, and the POM of the module that it builds first, whichever that is. */
    private boolean isPrefixKnown() {
        if (goal.isStandalone()) {
            return false;
        }
        List<MavenProject> modules = goal.session().getAllProjects() == null
                ? goal.session().getProjects()
                : goal.session().getAllProjects();
        return request.getPluginGroups().stream()
                        .anyMatch(group -> goal.pluginKey().startsWith(group + ":"))
                || modules.stream().allMatch(this::declaresPlugin);
    }

    private boolean declaresPlugin(MavenProject module) {
        return module.getPlugin(goal.pluginKey()) != null
                || (module.getPluginManagement() != null
                        && module.getPluginManagement().getPluginsAsMap().containsKey(goal.pluginKey()));
    }

    /** Words that go with it, not yet quoted. */
    @Override
    public List<String> options() {
        return options(WAYS_TO_A_TENANT);
    }

    /**
     * Words that lead a goal to this module again, not yet quoted.
     *
     * @param parameters which of the command line it has to have too
     */
    public List<String> moduleOptions(List<String> parameters) {
        List<String> options = options(parameters);
        if (goal.modules().size() > 1 && goal.project().getFile() != null) {
            options.addAll(0, List.of("-pl", ":" + goal.project().getArtifactId()));
        }
        return options;
    }

    private List<String> options(List<String> parameters) {
        List<String> options = new ArrayList<>();
        for (String parameter : parameters) {
            String name = "cxone." + parameter;
            String value = request.getUserProperties().getProperty(name);
            if (value != null) {
                options.add("-D" + name + "=" + value);
            }
        }
        pom(options);
        profiles(options);
        settings(options);
        return options;
    }

    private void pom(List<String> options) {
        File pom = request.getPom();
        String directory = request.getSystemProperties().getProperty("user.dir");
        if (pom != null && directory != null && !pom.toPath().equals(Path.of(directory, "pom.xml"))) {
            options.addAll(List.of("--file", pom.toString()));
        }
    }

    /** The command line's; those of the settings are active anyway. */
    private void profiles(List<String> options) {
        Collection<String> always = goal.session().getSettings().getActiveProfiles();
        List<String> profiles = Stream.concat(
                        request.getActiveProfiles().stream().filter(profile -> !always.contains(profile)),
                        request.getInactiveProfiles().stream().map(profile -> "!" + profile))
                .distinct()
                .toList();
        if (!profiles.isEmpty()) {
            options.addAll(List.of("--activate-profiles", String.join(",", profiles)));
        }
    }

    private void settings(List<String> options) {
        File settings = request.getUserSettingsFile();
        String home = request.getSystemProperties().getProperty("user.home");
        if (settings != null && home != null && !settings.toPath().equals(Path.of(home, ".m2", "settings.xml"))) {
            options.addAll(List.of("--settings", settings.toString()));
        }
    }
}

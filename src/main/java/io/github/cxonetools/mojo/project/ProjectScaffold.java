package io.github.cxonetools.mojo.project;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.scaffold.PluginCoordinates;
import io.github.cxonetools.scaffold.ProjectLayout;
import io.github.cxonetools.scaffold.Scaffold;
import io.github.cxonetools.scaffold.ScaffoldNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Makes a project where there is no POM, and adds to the one that there is. */
public final class ProjectScaffold {

    private static final String DEFAULT_PACKAGE = "com.example";

    private final GoalContext goal;
    private final MavenProject project;
    private final Path fixtures;
    private final PluginCoordinates plugin;

    /** @param fixtures where the project's fixtures are */
    public ProjectScaffold(GoalContext goal, Path fixtures) {
        this.goal = goal;
        this.project = goal.project();
        this.fixtures = fixtures;
        Plugin own = goal.execution().getPlugin();
        this.plugin = new PluginCoordinates(own.getGroupId(), own.getArtifactId(), goal.pluginVersion());
    }

    /**
     * Writes what is missing.
     *
     * @param packageName null for the project's
     * @return what was done, and what is to be done, line by line
     */
    public List<String> make(String action, @Nullable String packageName) throws CxoneException {
        return goal.isStandalone() ? newProject(action, packageName) : inProject(action, packageName);
    }

    private List<String> newProject(String action, @Nullable String packageName) throws CxoneException {
        ScaffoldNames names = ScaffoldNames.of(action, packageName == null ? DEFAULT_PACKAGE : packageName);
        Path directory = Path.of(goal.session().getExecutionRootDirectory());
        ProjectLayout layout =
                new ProjectLayout(directory, ProjectLayout.standard(directory).sources(), fixtures);
        List<String> lines = new ArrayList<>(new Scaffold(layout, names, plugin).newProject());
        lines.add("Next: mvn verify. Then write what the action does into " + names.handler()
                + ", and where CXone calls it into <handlerUrl>");
        return lines;
    }

    private List<String> inProject(String action, @Nullable String packageName) throws CxoneException {
        if (project.getPackaging().equals("pom")) {
            throw new RejectedException(project.getArtifactId()
                    + " holds no classes, because its packaging is pom. Type the goal in the directory of the module that"
                    + " shall have the action");
        }
        Optional<ActionElement> declared = declared(action);
        ScaffoldNames names = ScaffoldNames.of(action, packageName == null ? ownPackage() : packageName);
        ProjectLayout layout = new ProjectLayout(
                project.getBasedir().toPath(), Path.of(project.getBuild().getSourceDirectory()), fixtures);
        Scaffold scaffold = new Scaffold(layout, names, plugin);
        List<String> lines = new ArrayList<>();
        String handler = declared.map(ActionElement::handler).orElse(null);
        boolean isHandledByAnother =
                declared.isPresent() && !(names.packageName() + "." + names.handler()).equals(handler);
        if (isHandledByAnother) {
            lines.add(action + " is declared already"
                    + (handler == null ? "" : ", and " + handler + " handles it")
                    + ": no class and no fixture is missing that could be made without knowing it. For fixtures: mvn"
                    + " process-classes cxone:simulate -Dcxone.probe=10 -Dcxone.record");
        } else {
            lines.addAll(scaffold.missingFiles());
        }
        Path lock = layout.directory().resolve(".cxone/receipts.json.lock");
        if (!GitIgnore.ignores(lock) || !GitIgnore.ignores(lock.resolveSibling("tenant"))) {
            lines.addAll(scaffold.gitignore());
        }
        if (declared.isEmpty()) {
            lines.addAll(scaffold.snippet(project.getPlugin(goal.pluginKey()) != null, hasDependencies()));
        } else if (!isHandledByAnother) {
            lines.add(action + " has all that init makes. Next: mvn verify");
        }
        return lines;
    }

    /** As far as the POM itself says: what comes with other dependencies is not resolved for this. */
    private boolean hasDependencies() {
        Set<String> artifactIds = project.getDependencies().stream()
                .map(Dependency::getArtifactId)
                .collect(Collectors.toSet());
        return artifactIds.containsAll(Set.of("jackson-databind", "jakarta.validation-api"));
    }

    /** The action of this module; one of another, or in another case, cannot be made again. */
    private Optional<ActionElement> declared(String action) throws RejectedException {
        for (MavenProject module : goal.modules()) {
            for (ActionElement element : ReactorActions.declaredBy(module, goal.pluginKey())) {
                if (action.equalsIgnoreCase(element.name())) {
                    if (module == project && action.equals(element.name())) {
                        return Optional.of(element);
                    }
                    throw new RejectedException(
                            "An action " + element.name() + " is declared in " + module.getArtifactId()
                                    + ", and names are unique in a build, whatever their case. Choose another:"
                                    + " -Dcxone.action=<name>");
                }
            }
        }
        return Optional.empty();
    }

    private String ownPackage() throws RejectedException {
        String groupId = project.getGroupId();
        try {
            return ScaffoldNames.of("Any", groupId).packageName();
        } catch (RejectedException e) {
            throw new RejectedException(
                    "The group id " + groupId + " is not a package. Set one: -Dcxone.package=com.example", e);
        }
    }
}

package io.github.cxonetools.mojo.project;

import java.io.File;
import java.nio.file.Path;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * What the POM and the command line say about a goal's parameters.
 *
 * @param goal whose parameters these are
 */
public record Parameters(GoalContext goal) {

    /** Whether the POM or a property sets the parameter, rather than its default. */
    public boolean isSet(String parameter) {
        return given(parameter) != null;
    }

    /**
     * A parameter's path. Without a POM there is no {@code ${project…}} for its default to be made of: then it is
     * {@code standalone}, in the working directory.
     */
    public Path path(String parameter, File value, String standalone) {
        return goal.isStandalone() && !isSet(parameter)
                ? Path.of(goal.session().getExecutionRootDirectory()).resolve(standalone)
                : value.toPath();
    }

    /**
     * A parameter's path in the module: Maven starts from the directory of a POM that another plugin has written, where one
     * has.
     *
     * @param ownDefault the default, from the module's directory or the working directory; null for any other
     */
    public Path inModule(String parameter, File value, @Nullable String ownDefault) {
        if (goal.isStandalone()) {
            return ownDefault == null ? value.toPath() : path(parameter, value, ownDefault);
        }
        Path directory = ModuleDirectory.of(goal.project());
        if (directory.equals(goal.project().getBasedir().toPath().toAbsolutePath())) {
            return value.toPath();
        }
        String given = given(parameter);
        String text = given == null ? ownDefault : given;
        return text == null
                        || text.isBlank()
                        || text.contains("${")
                        || Path.of(text.strip()).isAbsolute()
                ? value.toPath()
                : directory.resolve(text.strip());
    }

    private @Nullable String given(String parameter) {
        String property = "cxone." + parameter;
        Xpp3Dom configuration = goal.execution().getConfiguration();
        Xpp3Dom configured = configuration == null ? null : configuration.getChild(parameter);
        String value = configured == null ? null : configured.getValue();
        if (value != null && !value.equals("${" + property + "}")) {
            return value;
        }
        String ofSystem = goal.session().getSystemProperties().getProperty(property);
        String ofProject = goal.project().getProperties().getProperty(property, ofSystem);
        return goal.session().getUserProperties().getProperty(property, ofProject);
    }
}

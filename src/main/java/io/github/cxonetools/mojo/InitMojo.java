package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.mojo.project.ProjectScaffold;
import io.github.cxonetools.report.text.ConsoleStyle;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a first project in an empty folder, which {@code mvn verify} builds, generates and simulates at once; in a project,
 * adds what an action is missing, overwrites nothing, and prints what its POM needs.
 *
 * @since 0.1.0
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public class InitMojo extends AbstractCxoneMojo {

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.init.skip", defaultValue = "false")
    private boolean skipInit;

    /**
     * The name of the action that is made. Its handler's class is named after it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.action")
    private @Nullable String action;

    /**
     * The package of the action's classes. If not set, the project's group id; in an empty folder, {@code com.example}.
     *
     * @since 0.1.0
     */
    @Parameter(name = "package", property = "cxone.package")
    private @Nullable String packageName;

    /**
     * Where the fixtures are: {@code <Action>/<case>.json}, and {@code <Action>/<case>.expected.json} beside it.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "cxone.fixturesDirectory",
            defaultValue = "${project.basedir}/src/test/cxone",
            required = true)
    private File fixturesDirectory;

    /** What Maven calls, because no field can be named as the parameter is. */
    public void setPackage(String name) {
        packageName = name;
    }

    @Override
    boolean skipsGoal() {
        return skipInit;
    }

    @Override
    void run() throws CxoneException {
        if (action == null || action.isBlank()) {
            throw new RejectedException("What is the action's name? Set -Dcxone.action=<name>, for example Greeting");
        }
        ConsoleStyle style = context().console().style();
        Path fixtures = context().parameters().path("fixturesDirectory", fixturesDirectory, "src/test/cxone");
        for (String line : new ProjectScaffold(context(), fixtures)
                .make(action.strip(), packageName == null ? null : packageName.strip())) {
            getLog().info(line.endsWith(": written") ? style.green(line) : line);
        }
    }
}

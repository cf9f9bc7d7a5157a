package io.github.cxonetools.mojo.project;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Where the receipts of a module are. */
public final class ReceiptsPath {

    private static final String DEFAULT = ".cxone/receipts.json";

    private ReceiptsPath() {}

    /**
     * The file; for a release's working copy, which goes with the next {@code clean}, that of the module it is a copy of.
     *
     * @param receipts the parameter
     */
    public static Path of(GoalContext goal, File receipts) {
        Parameters parameters = new Parameters(goal);
        Path file = parameters.inModule("receipts", receipts, DEFAULT);
        Optional<Path> original = parameters.isSet("receipts") || goal.isStandalone()
                ? Optional.empty()
                : ReleaseCheckout.original(goal.project());
        return original.map(directory -> directory.resolve(DEFAULT)).orElse(file);
    }

    /** The file of another module than the goal's own, as the goals of that module find it. */
    public static Path of(GoalContext goal, MavenProject module) {
        String property = "cxone.receipts";
        String ofModule = module.getProperties().getProperty(property, DEFAULT);
        String given = goal.session().getUserProperties().getProperty(property, ofModule);
        Plugin plugin = module.getPlugin(goal.pluginKey());
        if (plugin != null
                && plugin.getConfiguration() instanceof Xpp3Dom configuration
                && configuration.getChild("receipts") != null) {
            given = configuration.getChild("receipts").getValue();
        }
        return ModuleDirectory.of(module).resolve(given.strip());
    }

    /** Says what to do with the receipts in a Git work tree, once there are some. */
    public static void advise(GoalContext goal, Path receipts) {
        Path lock = receipts.resolveSibling(receipts.getFileName() + ".lock");
        if (Files.exists(lock) && GitIgnore.misses(lock)) {
            goal.log()
                    .info("Commit " + receipts + " where the tenant cannot be read, and add to .gitignore: "
                            + GitIgnore.entry(lock));
        }
    }
}

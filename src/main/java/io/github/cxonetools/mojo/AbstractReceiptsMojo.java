package io.github.cxonetools.mojo;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.Receipts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.Tenants;
import io.github.cxonetools.mojo.project.GitIgnore;
import io.github.cxonetools.mojo.project.ReleaseCheckout;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal that knows what was deployed where. */
abstract class AbstractReceiptsMojo extends AbstractRemoteMojo {

    /**
     * The ids of what was deployed where. It lies outside {@code target}, so that {@code clean} keeps it; commit or cache it
     * where the tenant cannot be read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "cxone.receipts", defaultValue = "${project.basedir}/.cxone/receipts.json", required = true)
    private File receipts;

    AbstractReceiptsMojo(Tenants tenants) {
        super(tenants);
    }

    final Receipts receipts(Tenant tenant) {
        return Receipts.open(receiptsFile(), tenant.name());
    }

    /** Plans and acts while no other build of this checkout does; where nothing is changed, nobody is in the way. */
    final void exclusively(Receipts receipts, boolean dryRun, Receipts.Work work) throws CxoneException {
        if (dryRun) {
            work.run();
        } else {
            receipts.exclusively(maxWait(), getLog()::info, work);
        }
    }

    /** What a module leaves for later by a goal that needs no contracts. */
    final DeferredDeployment left(List<ActionDefinition> actions) throws CxoneException {
        String names = actions.stream().map(ActionDefinition::name).collect(Collectors.joining(","));
        return left(List.of(), new TreeMap<>(Map.of(DeferredDeployment.NAMES, names)));
    }

    /** What a module leaves for later. */
    final DeferredDeployment left(List<DesiredAction> actions, SortedMap<String, String> parameters)
            throws CxoneException {
        return new DeferredDeployment(
                execution.getGoal(), project.getArtifactId(), addressUri(), receiptsFile(), actions, parameters);
    }

    final Path receiptsFile() {
        Path file = modulePath("receipts", receipts, ".cxone/receipts.json");
        Optional<Path> original =
                explicit("receipts") || isStandalone() ? Optional.empty() : ReleaseCheckout.original(project);
        return original.map(directory -> directory.resolve(".cxone/receipts.json"))
                .orElse(file);
    }

    /** What to do with the receipts in a Git work tree, once there are some. */
    final void adviseOnReceipts() {
        Path file = receiptsFile();
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        if (Files.exists(lock) && GitIgnore.misses(lock)) {
            getLog().info("Commit " + file + " where the tenant cannot be read, and add to .gitignore: "
                    + GitIgnore.entry(lock));
        }
    }
}

package io.github.cxonetools.mojo.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.pull.Adoption;
import io.github.cxonetools.deployment.pull.NewestVersions;
import io.github.cxonetools.deployment.pull.PullResult;
import io.github.cxonetools.deployment.pull.PullSelection;
import io.github.cxonetools.deployment.pull.PulledFiles;
import io.github.cxonetools.deployment.pull.PulledVersion;
import io.github.cxonetools.deployment.pull.TenantReader;
import io.github.cxonetools.deployment.receipts.Receipts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.ActionElement;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.ReactorActions;
import io.github.cxonetools.mojo.project.ReceiptsPath;
import io.github.cxonetools.report.deployment.PullConsole;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.project.MavenProject;

/** Pulls what a tenant has into a directory, says what came of it, and adopts it where asked to. */
public final class TenantPull {

    private final GoalContext goal;
    private final TenantAccess access;
    private final Set<String> declared;

    /** @param declared the actions that the build declares */
    public TenantPull(GoalContext goal, TenantAccess access, Set<String> declared) {
        this.goal = goal;
        this.access = access;
        this.declared = declared;
    }

    /** @param directory what the tenant has is written there */
    public void run(PullSelection selection, Path directory, boolean adopt) throws CxoneException {
        requireOwn(directory);
        Tenant tenant = access.connect(List.of());
        List<PulledVersion> versions = new TenantReader(
                        tenant.client().readOnly().dataActions(),
                        tenant.name().toString(),
                        MavenVersions.ORDER,
                        goal.secrets())
                .read(selection);
        PullResult result = new PulledFiles(directory).write(versions, selection);
        new PullConsole(goal.console().style()).lines(result, shown(directory)).forEach(goal.log()::info);
        PullConsole.elements(NewestVersions.of(versions, declared)).forEach(goal.log()::info);
        if (adopt) {
            adopt(tenant, new Adoption(versions));
        }
    }

    private void requireOwn(Path directory) throws RejectedException {
        if (directory
                .toAbsolutePath()
                .normalize()
                .equals(access.tenantDirectory().toAbsolutePath().normalize())) {
            throw new RejectedException(
                    "The local tenant keeps its database in " + directory
                            + ", where the contracts would be written. Set another directory with -Dcxone.outputDirectory=<path>");
        }
    }

    private void adopt(Tenant tenant, Adoption adoption) throws CxoneException {
        adoption.notes().forEach(goal.log()::warn);
        for (Map.Entry<Path, List<PulledVersion>> each :
                byReceipts(adoption.versions()).entrySet()) {
            Receipts receipts = Receipts.open(each.getKey(), tenant.name());
            access.exclusively(receipts, false, () -> {
                int count = Adoption.write(receipts, each.getValue(), Instant.now());
                int known = each.getValue().size() - count;
                goal.log()
                        .info("Adopted in " + shown(each.getKey()) + ": " + count
                                + (count == 1 ? " version" : " versions")
                                + (known == 0 ? "" : "; " + known + " known already"));
            });
            ReceiptsPath.advise(goal, each.getKey());
        }
    }

    /** Those of an action go to the module that declares it, because it is deployed from there; all others to the goal's own. */
    private SortedMap<Path, List<PulledVersion>> byReceipts(List<PulledVersion> versions) {
        Map<String, Path> byAction = new HashMap<>();
        List<MavenProject> modules = goal.isStandalone() ? List.of() : goal.modules();
        for (MavenProject module : modules) {
            for (ActionElement action : ReactorActions.declaredBy(module, goal.pluginKey())) {
                if (module != goal.project() && action.name() != null) {
                    byAction.putIfAbsent(action.name(), ReceiptsPath.of(goal, module));
                }
            }
        }
        SortedMap<Path, List<PulledVersion>> byReceipts = new TreeMap<>();
        for (PulledVersion version : versions) {
            Path receipts = byAction.getOrDefault(version.version().name(), access.receiptsFile());
            byReceipts.computeIfAbsent(receipts, file -> new ArrayList<>()).add(version);
        }
        return byReceipts;
    }

    /** From the directory that Maven was started in, where it lies there. */
    private String shown(Path path) {
        Path root = Path.of(goal.session().getExecutionRootDirectory());
        return (path.startsWith(root) ? root.relativize(path) : path).toString().replace('\\', '/');
    }
}

package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.compatibility.baseline.Baseline;
import io.github.cxonetools.compatibility.baseline.ContractFolder;
import io.github.cxonetools.compatibility.baseline.StoredContract;
import io.github.cxonetools.compatibility.baseline.TenantContracts;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import java.nio.file.Path;
import java.util.Collection;
import org.eclipse.aether.RepositorySystem;

/** Finds what the parameter {@code baseline} names. */
final class BaselineLookup {

    private final RemoteReleases releases;

    BaselineLookup(RepositorySystem repositories) {
        this.releases = new RemoteReleases(repositories);
    }

    /** Connects to the tenant that the goal's parameters lead to. */
    @FunctionalInterface
    interface Connection {
        Tenant connect() throws CxoneException;
    }

    /** @param actions those of this build, which a tenant is asked for */
    Baseline find(
            GoalContext goal,
            CheckRequest request,
            BaselineChoice choice,
            Collection<StoredContract> actions,
            Connection tenant)
            throws CxoneException {
        return switch (choice.kind()) {
            case FILE ->
                ContractFolder.baseline(
                        request.baselineDirectory(),
                        inModule(goal, request.baselineDirectory()),
                        actions,
                        MavenVersions.ORDER);
            case TENANT -> ofTenant(tenant.connect(), actions);
            case RELEASE, VERSION, RANGE ->
                new RepositoryBaseline(
                                goal,
                                releases,
                                BaselineArtifact.of(goal.project(), request.baselineArtifact()),
                                request.baselineVersionPattern())
                        .find(choice);
        };
    }

    private static Baseline ofTenant(Tenant tenant, Collection<StoredContract> actions) throws CxoneException {
        return TenantContracts.read(
                tenant.client().readOnly().dataActions(), tenant.name().toString(), actions, MavenVersions.ORDER);
    }

    /** A path as messages show it: from the module's directory where it lies in it. */
    static String inModule(GoalContext goal, Path path) {
        Path module = goal.project().getBasedir().toPath();
        return (path.startsWith(module) ? module.relativize(path) : path)
                .toString()
                .replace('\\', '/');
    }
}

package io.github.cxonetools.mojo.build;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.DeploymentFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * What modules outside of this build have deferred and never done, because the build they took part in failed. A build that
 * resumes ({@code -rf}, {@code -r}) makes it good or fails; one of chosen modules ({@code -pl}) names it.
 */
final class UnfinishedDeployments {

    private final MavenSession session;
    private final @Nullable Deploy deploy;
    private final Log log;

    /**
     * @param deploy how a deploy goal of this build deploys what another module left; null where none runs
     */
    UnfinishedDeployments(MavenSession session, @Nullable Deploy deploy, Log log) {
        this.session = session;
        this.deploy = deploy;
        this.log = log;
    }

    /** Deploys what one module left. */
    @FunctionalInterface
    public interface Deploy {
        void deploy(MavenProject module, DeferredDeployment left) throws CxoneException;
    }

    /** Deploys or names what was left, in the order of the modules. */
    void finish() throws CxoneException {
        Findings undone = new Findings();
        for (MavenProject module : others()) {
            for (Path file : DeferredFiles.of(module)) {
                Optional<DeferredDeployment> left = DeferredDeployment.read(file);
                if (left.isPresent()) {
                    finish(module, file, left.get(), undone);
                }
            }
        }
        undone.throwIfAny("Modules before the one at which this build was resumed have left work undone");
    }

    private void finish(MavenProject module, Path file, DeferredDeployment left, Findings undone)
            throws CxoneException {
        if (Resumption.isResumed(session) && deploy != null && left.goal().equals("deploy")) {
            log.info("Deploying what " + module.getArtifactId() + " deferred before the build was resumed");
            deploy.deploy(module, left);
            DeploymentFiles.delete(file);
        } else if (Resumption.isResumed(session) && Resumption.isToDeploy(session, left.goal())) {
            undone.add(module.getArtifactId() + " has deferred a " + words(left) + ", and this build does not make it "
                    + "good: mvn cxone:" + left.goal() + " -pl :" + module.getArtifactId() + " does it");
        } else {
            log.warn(module.getArtifactId() + " has deferred a " + words(left) + " that is still to be done: "
                    + "mvn cxone:" + left.goal() + " in that module does it");
        }
    }

    private static String words(DeferredDeployment left) {
        return left.goal().equals("deploy") ? "deployment" : "cxone:" + left.goal();
    }

    private List<MavenProject> others() {
        List<MavenProject> all = session.getAllProjects();
        return all == null
                ? List.of()
                : all.stream()
                        .filter(module -> !session.getProjects().contains(module))
                        .toList();
    }
}

package io.github.cxonetools.mojo;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.deployment.DeferredDeployment;
import io.github.cxonetools.deployment.DeploymentFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/**
 * What modules outside of this build have deferred and never deployed, because the build they took part in failed. A build
 * that resumes ({@code -rf}) makes it good; one of chosen modules ({@code -pl}) names it.
 */
final class LeftBehind {

    private static final String FILE = "deferred.json";

    private final MavenSession session;
    private final Deploy deploy;
    private final Log log;

    /**
     * @param deploy how a deploy goal of this build deploys what another module left
     */
    LeftBehind(MavenSession session, Deploy deploy, Log log) {
        this.session = session;
        this.deploy = deploy;
        this.log = log;
    }

    /** Deploys what one module left. */
    @FunctionalInterface
    interface Deploy {
        void deploy(MavenProject module, DeferredDeployment left) throws CxoneException;
    }

    /** Where a module keeps what it defers, below its {@code target}. */
    static Path file(MavenProject module) {
        return Path.of(module.getBuild().getDirectory(), "cxone", FILE);
    }

    /** Deploys or names what was left, in the order of the modules. */
    void settle() throws CxoneException {
        boolean isResumed = session.getRequest().getResumeFrom() != null;
        for (MavenProject module : others()) {
            Path file = file(module);
            if (Files.exists(file) && isResumed) {
                Optional<DeferredDeployment> left = DeferredDeployment.read(file);
                if (left.isPresent()) {
                    log.info("Deploying what " + module.getArtifactId() + " deferred before the build was resumed");
                    deploy.deploy(module, left.get());
                    DeploymentFiles.delete(file);
                }
            } else if (Files.exists(file)) {
                log.warn(module.getArtifactId() + " has deferred a deployment that is still to be done: "
                        + "mvn cxone:deploy in that module does it");
            }
        }
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

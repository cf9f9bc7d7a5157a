package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.baseline.ContractJar;
import io.github.cxonetools.compatibility.baseline.StoredContracts;
import io.github.cxonetools.mojo.project.GoalContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/** The contracts that a released artifact carries, fetched from the repositories and read as data: no class is loaded. */
public final class ReleasedContracts {

    private static final String REMEDY =
            "Name another version with -Dcxone.artifact=groupId:artifactId:version, or release it again";

    private final RemoteReleases releases;

    public ReleasedContracts(RepositorySystem repositories) {
        this.releases = new RemoteReleases(repositories);
    }

    /**
     * Reads them, at least one. What is only installed on this machine, nobody else has: it is read for a tenant on this
     * machine alone.
     *
     * @param own a directory for what a copy that was installed on this machine would hide
     * @param staysHere whether it goes to a tenant on this machine
     */
    public StoredContracts read(GoalContext goal, ExactArtifact artifact, Path own, boolean staysHere)
            throws CxoneException {
        List<RemoteRepository> repositories = artifact.isSnapshot()
                ? releases.ofSnapshots(goal)
                : releases.unlisted(goal).repositories();
        try {
            ArtifactResult result = releases.fetch(goal, artifact.toAether(), repositories, own.toFile());
            return read(
                    result.getArtifact(),
                    artifact.label() + " (" + result.getRepository().getId() + ")");
        } catch (ArtifactResolutionException e) {
            Optional<Artifact> installed = releases.installed(goal, artifact.toAether());
            if (installed.isEmpty() || !staysHere) {
                throw unresolved(goal, artifact, RepositoryFailure.of(goal, e), installed.isPresent());
            }
            goal.log()
                    .warn(artifact.label()
                            + " comes from no repository, but was installed on this machine: nobody else has"
                            + " the same");
            return read(installed.get(), artifact.label() + " (installed on this machine)");
        }
    }

    private static StoredContracts read(Artifact jar, String label) throws CxoneException {
        StoredContracts contracts = ContractJar.read(jar.getFile().toPath(), label, REMEDY);
        if (contracts.isEmpty()) {
            throw new RejectedException(
                    label + " carries no contracts in META-INF/cxone. Name the artifact of the module"
                            + " that has <actions>, or bind the goal generate there and release it again");
        }
        return contracts;
    }

    private CxoneException unresolved(
            GoalContext goal, ExactArtifact artifact, List<RepositoryFailure> failures, boolean isInstalled) {
        if (!failures.isEmpty()) {
            String message = "Could not fetch " + artifact.label() + ": " + RepositoryFailure.reasons(failures);
            return failures.stream().allMatch(RepositoryFailure::isUsersFault)
                    ? new RejectedException(message)
                    : new UnavailableException(message);
        }
        if (isInstalled) {
            return new RejectedException(artifact.label() + " is only installed on this machine, and in none of the"
                    + " repositories" + named(releases.unlisted(goal).repositories())
                    + ": publish it first (mvn deploy), or promote it to a tenant on this machine");
        }
        ReleaseList known = releases.list(goal, artifact.artifact());
        boolean isVersionThere = known.versions().containsKey(artifact.version());
        return new RejectedException(artifact.label() + " is in none of the repositories" + named(known.repositories())
                + (known.versions().isEmpty()
                        ? ". Publish it first, or correct cxone.artifact; a repository of your own is named in a profile of settings.xml, or in"
                                + " the POM"
                        : isVersionThere
                                ? ", which have that version, but not with extension "
                                        + artifact.artifact().extension()
                                        + (artifact.artifact().classifier().isEmpty()
                                                ? " and no classifier"
                                                : " and classifier "
                                                        + artifact.artifact().classifier())
                                        + ". Correct what follows the version in cxone.artifact"
                                : ", which have "
                                        + String.join(", ", known.versions().keySet())
                                        + ". Correct the version in cxone.artifact"));
    }

    private static String named(List<RemoteRepository> repositories) {
        return repositories.isEmpty()
                ? ""
                : " ("
                        + String.join(
                                ", ",
                                repositories.stream()
                                        .map(RemoteRepository::getId)
                                        .distinct()
                                        .toList()) + ")";
    }
}

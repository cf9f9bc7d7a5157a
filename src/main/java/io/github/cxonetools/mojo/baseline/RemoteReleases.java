package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.metadata.DefaultMetadata;
import org.eclipse.aether.metadata.Metadata;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.MetadataRequest;
import org.eclipse.aether.resolution.MetadataResult;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Releases in remote repositories, through Maven's own resolver: with its mirrors, credentials, proxies and {@code -o}. What is
 * installed on this machine, or built in this build, is no release.
 */
final class RemoteReleases {

    private static final String CONTEXT = "cxone";
    private static final Set<String> READABLE = Set.of("file", "http", "https");

    private final RepositorySystem system;

    RemoteReleases(RepositorySystem system) {
        this.system = system;
    }

    /** All releases of an artifact, whatever its version. */
    ReleaseList list(GoalContext goal, BaselineArtifact artifact) {
        SortedMap<String, List<RemoteRepository>> versions = new TreeMap<>(MavenVersions.ORDER);
        List<RepositoryFailure> failures = new ArrayList<>();
        List<RemoteRepository> repositories = repositories(goal);
        for (RemoteRepository repository : repositories) {
            MetadataResult answer = ask(goal, artifact, repository);
            Exception problem = problem(goal, answer);
            try {
                for (String version : versions(goal, answer)) {
                    if (!ArtifactUtils.isSnapshot(version)) {
                        versions.computeIfAbsent(version, key -> new ArrayList<>())
                                .add(repository);
                    }
                }
            } catch (IOException e) {
                problem = e;
            }
            if (problem != null) {
                failures.add(RepositoryFailure.of(repository, goal.session().isOffline(), problem));
            }
        }
        return new ReleaseList(versions, repositories, failures);
    }

    /** The repositories that {@link #list} asks, none of which was asked. */
    ReleaseList unlisted(GoalContext goal) {
        return new ReleaseList(new TreeMap<>(), repositories(goal), List.of());
    }

    /** Those that snapshots are read from, too. */
    List<RemoteRepository> ofSnapshots(GoalContext goal) {
        List<RemoteRepository> repositories = new ArrayList<>(repositories(goal));
        for (RemoteRepository repository : goal.project().getRemoteProjectRepositories()) {
            if (repository.getPolicy(true).isEnabled() && !repositories.contains(repository)) {
                repositories.add(repository);
            }
        }
        return repositories;
    }

    /** What is installed on this machine, where no repository has it; nothing is asked for. */
    Optional<Artifact> installed(GoalContext goal, Artifact artifact) {
        DefaultRepositorySystemSession session = session(goal);
        session.setOffline(true);
        try {
            return Optional.of(system.resolveArtifact(session, new ArtifactRequest(artifact, List.of(), CONTEXT))
                    .getArtifact());
        } catch (ArtifactResolutionException e) {
            return Optional.empty();
        }
    }

    /** Asks again even where Maven has asked today: a release may be an hour old. */
    private MetadataResult ask(GoalContext goal, BaselineArtifact artifact, RemoteRepository repository) {
        Metadata metadata = new DefaultMetadata(
                artifact.groupId(), artifact.artifactId(), "maven-metadata.xml", Metadata.Nature.RELEASE);
        return system.resolveMetadata(session(goal), List.of(new MetadataRequest(metadata, repository, CONTEXT)))
                .get(0);
    }

    /** What is not there is an answer, but under {@code -o}, where Maven words in the same way that it did not ask. */
    private static @Nullable Exception problem(GoalContext goal, MetadataResult answer) {
        Exception problem = answer.getException();
        return isAbsent(goal, answer) ? null : problem;
    }

    private static boolean isAbsent(GoalContext goal, MetadataResult answer) {
        return answer.getException() instanceof MetadataNotFoundException
                && !goal.session().isOffline();
    }

    /** Those that were listed the last time, where a repository does not answer; none where it has no list any more. */
    private static List<String> versions(GoalContext goal, MetadataResult answer) throws IOException {
        Metadata found = answer.getMetadata();
        File file = found == null ? null : found.getFile();
        return file == null || isAbsent(goal, answer) ? List.of() : ReleaseMetadata.versions(file);
    }

    /**
     * Fetches a release. One that was installed on this machine hides what a repository has, so that is fetched to a place of
     * its own.
     *
     * @param own a directory for those
     */
    ArtifactResult fetch(GoalContext goal, Artifact artifact, List<RemoteRepository> repositories, File own)
            throws ArtifactResolutionException {
        DefaultRepositorySystemSession session = session(goal);
        ArtifactRequest request = new ArtifactRequest(artifact, repositories, CONTEXT);
        ArtifactResult result = system.resolveArtifact(session, request);
        if (result.getRepository() instanceof RemoteRepository) {
            return result;
        }
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(session, new LocalRepository(own)));
        return system.resolveArtifact(session, request);
    }

    private static DefaultRepositorySystemSession session(GoalContext goal) {
        DefaultRepositorySystemSession session =
                new DefaultRepositorySystemSession(goal.session().getRepositorySession());
        session.setUpdatePolicy(RepositoryPolicy.UPDATE_POLICY_ALWAYS);
        session.setWorkspaceReader(null);
        return session;
    }

    /** Those that the project reads releases from, and the one that it publishes them to. */
    private List<RemoteRepository> repositories(GoalContext goal) {
        List<RemoteRepository> repositories = new ArrayList<>();
        for (RemoteRepository repository : goal.project().getRemoteProjectRepositories()) {
            if (repository.getPolicy(false).isEnabled()) {
                repositories.add(repository);
            }
        }
        DistributionManagement published = goal.project().getDistributionManagement();
        DeploymentRepository own = published == null ? null : published.getRepository();
        if (own != null && isReadable(own.getUrl()) && repositories.stream().noneMatch(each -> isSame(each, own))) {
            repositories.add(system.newDeploymentRepository(
                    session(goal), new RemoteRepository.Builder(own.getId(), "default", own.getUrl()).build()));
        }
        repositories.forEach(each -> goal.secrets().addPartsOf(each.getUrl()));
        return repositories;
    }

    private static boolean isReadable(String url) {
        return url != null && url.contains(":") && READABLE.contains(url.substring(0, url.indexOf(':')));
    }

    private static boolean isSame(RemoteRepository repository, DeploymentRepository own) {
        return place(repository.getUrl()).equals(place(own.getUrl()))
                || repository.getMirroredRepositories().stream()
                        .anyMatch(each -> place(each.getUrl()).equals(place(own.getUrl())));
    }

    private static String place(String url) {
        return url.replaceAll("/+", "/").replaceAll("/$", "");
    }
}

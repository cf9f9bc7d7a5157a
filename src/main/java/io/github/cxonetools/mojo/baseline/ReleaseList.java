package io.github.cxonetools.mojo.baseline;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The releases of an artifact.
 *
 * @param versions the oldest first, each with the repositories that list it
 * @param repositories all that were asked
 * @param failures of those that did not answer
 */
record ReleaseList(
        SortedMap<String, List<RemoteRepository>> versions,
        List<RemoteRepository> repositories,
        List<RepositoryFailure> failures) {

    /** As messages name them. */
    String repositoryIds() {
        return repositories.stream().map(RemoteRepository::getId).distinct().collect(Collectors.joining(", "));
    }

    String failureReasons() {
        return failures.stream().map(RepositoryFailure::reason).distinct().collect(Collectors.joining("; "));
    }

    boolean isUsersFault() {
        return failures.stream().allMatch(RepositoryFailure::isUsersFault);
    }
}

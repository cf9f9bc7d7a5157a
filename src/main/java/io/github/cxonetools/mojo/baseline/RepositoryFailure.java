package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.text.ShownUrl;
import io.github.cxonetools.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/**
 * A repository that did not answer.
 *
 * @param reason as a clause, with what to do
 * @param isUsersFault whether the user can mend it: credentials, {@code -o}
 */
record RepositoryFailure(String reason, boolean isUsersFault) {

    /** Each transport of Maven words it in its own way, and none keeps it as a number: the resolver knows no HTTP. */
    private static final Pattern STATUS =
            Pattern.compile("(?:status(?: code)?[: ]+|answered |\\()([45]\\d\\d)\\b", Pattern.CASE_INSENSITIVE);

    static RepositoryFailure of(RemoteRepository repository, boolean isOffline, Throwable thrown) {
        String name = repository.getId() + " (" + ShownUrl.of(repository.getUrl()) + ")";
        if (isOffline || isOfflineException(thrown)) {
            return new RepositoryFailure(
                    "Maven is offline (-o), and " + name + " was not asked before: run without -o", true);
        }
        int status = status(thrown);
        if (status == 401 || status == 403 || status == 407) {
            return new RepositoryFailure(
                    name + " answered " + status + ": check the <server> " + repository.getId() + " in settings.xml",
                    true);
        }
        String answer = status == 0 ? " cannot be read: " + last(thrown) : " answered " + status;
        return new RepositoryFailure(name + answer + ": try again, or correct the repository", false);
    }

    /** What kept repositories from being asked for an artifact; none where all have answered that they do not have it. */
    static List<RepositoryFailure> of(GoalContext goal, ArtifactResolutionException thrown) {
        boolean isOffline = goal.session().isOffline();
        List<RepositoryFailure> failures = new ArrayList<>();
        for (ArtifactResult result : thrown.getResults()) {
            for (Exception each : result.getExceptions()) {
                if (each instanceof ArtifactTransferException transfer
                        && transfer.getRepository() != null
                        && (isOffline || !(each instanceof ArtifactNotFoundException))) {
                    failures.add(of(transfer.getRepository(), isOffline, each));
                }
            }
        }
        if (failures.isEmpty() && isOffline) {
            failures.add(new RepositoryFailure(
                    "Maven is offline (-o), and it was not fetched before: run without -o", true));
        }
        return failures;
    }

    /** The reasons of several, as one clause. */
    static String reasons(List<RepositoryFailure> failures) {
        return failures.stream().map(RepositoryFailure::reason).distinct().collect(Collectors.joining("; "));
    }

    private static boolean isOfflineException(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof RepositoryOfflineException) {
                return true;
            }
        }
        return false;
    }

    private static int status(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            Matcher status = STATUS.matcher(String.valueOf(each.getMessage()));
            if (status.find()) {
                return Integer.parseInt(status.group(1));
            }
        }
        return 0;
    }

    private static String last(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        String message = last.getMessage();
        return VisibleText.oneLine(message == null ? last.getClass().getSimpleName() : message);
    }
}

package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.Baseline;
import io.github.cxonetools.compatibility.baseline.ContractJar;
import io.github.cxonetools.compatibility.baseline.StoredContracts;
import io.github.cxonetools.compatibility.check.VersionBump;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.artifact.versioning.DefaultArtifactVersion;
import org.apache.maven.artifact.versioning.InvalidVersionSpecificationException;
import org.apache.maven.artifact.versioning.VersionRange;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.jspecify.annotations.Nullable;

/** The contracts of a release, in the jar that a repository has of it. */
final class RepositoryBaseline {

    private static final String OTHERWISE = ". Or compare with recorded contracts (-Dcxone.baseline=file)";

    private static final String ANY = ".*";

    private final GoalContext goal;
    private final RemoteReleases releases;
    private final BaselineArtifact artifact;
    private final Pattern pattern;

    /** @param pattern what a version must match; null for all */
    RepositoryBaseline(GoalContext goal, RemoteReleases releases, BaselineArtifact artifact, @Nullable String pattern)
            throws RejectedException {
        this.goal = goal;
        this.releases = releases;
        this.artifact = artifact;
        this.pattern = pattern(pattern);
    }

    private static boolean isAny(Pattern pattern) {
        return pattern.pattern().equals(ANY);
    }

    private static Pattern pattern(@Nullable String given) throws RejectedException {
        try {
            return Pattern.compile(given == null || given.isBlank() ? ANY : given.strip());
        } catch (PatternSyntaxException e) {
            throw new RejectedException(
                    "cxone.baselineVersionPattern is \"" + given + "\", which is not a regular expression: "
                            + e.getDescription() + ". Use one like \\d+\\.\\d+\\.\\d+",
                    e);
        }
    }

    /** Finds what {@code choice} means, which is a release, a version or a range. */
    Baseline find(BaselineChoice choice) throws CxoneException {
        if (choice.kind() == BaselineChoice.BaselineKind.VERSION) {
            return jar(releases.unlisted(goal), choice.text(), choice);
        }
        ReleaseList list = releases.list(goal, artifact);
        String version = newest(list, choice);
        if (version == null) {
            return nothing(list, choice);
        }
        for (RepositoryFailure failure : list.failures()) {
            goal.log().warn("What " + artifact.label() + " has there is not known: " + failure.reason());
        }
        if (VersionBump.isCandidate(version) && isAny(pattern)) {
            goal.log()
                    .info(artifact.label(version) + " is a release candidate. To compare with final releases alone,"
                            + " set cxone.baselineVersionPattern, for example to [0-9.]+");
        }
        return jar(list, version, choice);
    }

    private @Nullable String newest(ReleaseList list, BaselineChoice choice) throws RejectedException {
        Predicate<String> range =
                choice.kind() == BaselineChoice.BaselineKind.RANGE ? range(choice.text()) : version -> true;
        String newest = null;
        for (String version : list.versions().keySet()) {
            if (isBelowThis(version) && pattern.matcher(version).matches() && range.test(version)) {
                newest = version;
            }
        }
        return newest;
    }

    private boolean isBelowThis(String version) {
        return MavenVersions.ORDER.compare(version, goal.project().getVersion()) < 0;
    }

    private static Predicate<String> range(String text) throws RejectedException {
        try {
            VersionRange range = VersionRange.createFromVersionSpec(text);
            return version -> range.containsVersion(new DefaultArtifactVersion(version));
        } catch (InvalidVersionSpecificationException e) {
            throw new RejectedException("cxone.baseline has \"" + text + "\", which is not a range of versions", e);
        }
    }

    private Baseline nothing(ReleaseList list, BaselineChoice choice) throws RejectedException {
        if (!list.failures().isEmpty()) {
            return new Baseline.Unreachable(
                    "Nobody knows the releases of " + artifact.label() + ": " + list.failureReasons() + OTHERWISE,
                    list.isUsersFault());
        }
        if (list.versions().isEmpty() || choice.kind() == BaselineChoice.BaselineKind.RELEASE) {
            String which = list.versions().isEmpty() ? "was never released" : "has no release before this version";
            String matching = isAny(pattern) ? "" : " that matches " + pattern.pattern();
            return new Baseline.NeverReleased(artifact.label() + " " + which + matching + " (asked: "
                    + list.repositoryIds() + "): there is nothing to compare with");
        }
        throw new RejectedException("No release of " + artifact.label() + " before this version is in " + choice.text()
                + ". There are " + String.join(", ", list.versions().keySet()) + ". Correct cxone.baseline");
    }

    private Baseline jar(ReleaseList list, String version, BaselineChoice choice) throws CxoneException {
        List<RemoteRepository> repositories = new ArrayList<>(list.versions().getOrDefault(version, List.of()));
        list.repositories().stream()
                .filter(each -> !repositories.contains(each))
                .forEach(repositories::add);
        File own = new File(goal.project().getBuild().getDirectory(), "cxone/baseline");
        try {
            return contracts(releases.fetch(goal, artifact.version(version), repositories, own), version);
        } catch (ArtifactResolutionException e) {
            return missing(list, version, choice, e);
        }
    }

    private Baseline contracts(ArtifactResult result, String version) throws CxoneException {
        Artifact jar = result.getArtifact();
        String label = artifact.label(version) + " (" + result.getRepository().getId() + ")";
        StoredContracts contracts = ContractJar.read(jar.getFile().toPath(), label);
        return contracts.isEmpty()
                ? new Baseline.Missing(label + " carries no contracts in META-INF/cxone. Compare with another version"
                        + " (-Dcxone.baseline=<version>), or with recorded contracts (-Dcxone.baseline=file)")
                : new Baseline.Stored(label, contracts, true);
    }

    private Baseline missing(
            ReleaseList list, String version, BaselineChoice choice, ArtifactResolutionException thrown)
            throws RejectedException {
        List<RepositoryFailure> failures = RepositoryFailure.of(goal, thrown);
        String what = artifact.label(version);
        if (!failures.isEmpty()) {
            return new Baseline.Unreachable(
                    "Nobody knows what " + what + " has: " + RepositoryFailure.reasons(failures) + OTHERWISE,
                    failures.stream().allMatch(RepositoryFailure::isUsersFault));
        }
        if (choice.kind() == BaselineChoice.BaselineKind.VERSION) {
            ReleaseList known = releases.list(goal, artifact);
            throw new RejectedException(what + " is in none of the repositories (" + known.repositoryIds() + ")"
                    + (known.versions().isEmpty()
                            ? ""
                            : ", which have "
                                    + String.join(", ", known.versions().keySet()))
                    + ". Correct cxone.baseline; what is only installed on this machine does not count");
        }
        return new Baseline.Unreachable(
                what + " is listed, and yet in none of the repositories (" + list.repositoryIds()
                        + "): correct cxone.baselineArtifact if it has another extension or classifier" + OTHERWISE,
                true);
    }
}

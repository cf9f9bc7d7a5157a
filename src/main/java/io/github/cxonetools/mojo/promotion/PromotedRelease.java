package io.github.cxonetools.mojo.promotion;

import io.github.cxonetools.action.Contract;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.NearestName;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.StoredContract;
import io.github.cxonetools.compatibility.baseline.StoredContracts;
import io.github.cxonetools.mojo.baseline.ExactArtifact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a released artifact has to promote: its contracts, or those that are asked for. */
final class PromotedRelease {

    private final ExactArtifact artifact;
    private final StoredContracts stored;
    private final List<Contract> contracts;

    /**
     * @param names of the actions that are asked for; empty for all
     * @param allowSnapshots the parameter of this name
     */
    PromotedRelease(ExactArtifact artifact, StoredContracts stored, Set<String> names, boolean allowSnapshots)
            throws CxoneException {
        this.artifact = artifact;
        this.stored = stored;
        this.contracts = contracts(names);
        Findings findings = new Findings();
        for (Contract contract : contracts) {
            if (contract.version().endsWith("-SNAPSHOT") && !allowSnapshots) {
                findings.add(contract.label() + " of " + artifact.label() + refusal());
            }
        }
        findings.throwIfAny("Snapshots are not promoted");
    }

    /** Fails where an artifact may be another tomorrow, before it is fetched. */
    static void requireRelease(ExactArtifact artifact, boolean allowSnapshots) throws RejectedException {
        if (artifact.isSnapshot() && !allowSnapshots) {
            throw new RejectedException(artifact.label() + refusal());
        }
    }

    private static String refusal() {
        return " is a snapshot, which may be another tomorrow. Release it and promote that, or promote the snapshot with"
                + " -Dcxone.allowSnapshots";
    }

    private List<Contract> contracts(Set<String> names) throws RejectedException {
        Set<String> known = known();
        Findings findings = new Findings();
        for (String name : names) {
            if (!known.contains(name)) {
                findings.add("cxone.action names " + name + ", and " + artifact.label() + " has no such action. It has "
                        + String.join(", ", known) + ". Did you mean " + NearestName.of(name, known) + "?");
            }
        }
        findings.throwIfAny("cxone.action names actions that " + artifact.label() + " does not have");
        List<Contract> chosen = new ArrayList<>();
        for (StoredContract contract : stored.all()) {
            if (names.isEmpty() || names.contains(contract.name())) {
                chosen.add(contract.contract());
            }
        }
        return chosen;
    }

    /** The names of all its actions, sorted. */
    Set<String> known() {
        Set<String> known = new TreeSet<>();
        stored.all().forEach(contract -> known.add(contract.name()));
        return known;
    }

    /** Those that are promoted, by name. */
    List<Contract> contracts() {
        return contracts;
    }

    ExactArtifact artifact() {
        return artifact;
    }

    /** Which member of its project's classes a place in a payload came from; null where nobody knows. */
    @Nullable
    String memberAt(String action, String side, String pointer) {
        return stored.all().stream()
                .filter(contract -> contract.name().equals(action))
                .findFirst()
                .map(contract -> contract.members().at(side, pointer))
                .orElse(null);
    }
}

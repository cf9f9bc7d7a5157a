package io.github.cxonetools.compatibility.check;

import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.compatibility.baseline.Baseline;
import io.github.cxonetools.compatibility.baseline.StoredContract;
import io.github.cxonetools.compatibility.baseline.StoredContracts;
import io.github.cxonetools.compatibility.search.DeepStack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** All contracts of a module beside those of a baseline: compared, new, or gone. */
public final class ModuleComparison {

    private final CompatibilityCheck check;
    private final StoredContracts present;
    private final String version;
    private final Supplier<Set<String>> elsewhere;
    private final List<ActionCompatibility> results = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Findings findings = new Findings();
    private final Set<String> compared = new HashSet<>();

    /**
     * @param present the module's contracts
     * @param version the module's, which counts for an action that it no longer has
     * @param elsewhere names of actions that other modules of the build have; asked for where one is gone
     */
    public ModuleComparison(
            CompatibilityCheck check, StoredContracts present, String version, Supplier<Set<String>> elsewhere) {
        this.check = check;
        this.present = present;
        this.version = version;
        this.elsewhere = elsewhere;
    }

    /**
     * Compares with one baseline. What cannot be compared is a finding.
     *
     * @param isFiltered whether only some of the module's actions are present, so that nobody knows which are gone
     */
    public void with(Baseline.Stored baseline, boolean isFiltered) {
        DeepStack.run(() -> compareAll(baseline, isFiltered));
    }

    private void compareAll(Baseline.Stored baseline, boolean isFiltered) {
        for (StoredContract after : present.all()) {
            attempt(after.name(), () -> compare(after, baseline));
        }
        if (baseline.isWhole() && !isFiltered) {
            for (StoredContract before : baseline.contracts().all()) {
                if (!present.hasAnySpellingOf(before.name())) {
                    attempt(before.name(), () -> gone(before, baseline.label()));
                }
            }
        }
    }

    private void compare(StoredContract after, Baseline.Stored baseline) throws RejectedException {
        Optional<StoredContract> before = baseline.contracts().find(after.name());
        if (before.isPresent()) {
            results.add(check.compare(before.get(), after, baseline.label()));
        } else {
            notes.add(after.name() + " " + after.version() + " is new, or was renamed: " + baseline.label()
                    + " has no action of this name");
        }
    }

    private void gone(StoredContract before, String label) throws RejectedException {
        if (elsewhere.get().contains(before.name())) {
            notes.add(before.name() + " has moved to another module: there, <baselineArtifact> names where it was");
        } else {
            results.add(check.judgeGone(before, version, label));
        }
    }

    private void attempt(String action, Comparing comparing) {
        try {
            comparing.run();
            compared.add(action);
        } catch (RejectedException e) {
            findings.add(String.valueOf(e.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Comparing {
        void run() throws RejectedException;
    }

    /** What came of it, by baseline and name. */
    public List<ActionCompatibility> results() {
        return List.copyOf(results);
    }

    /** What else there is to say, a sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** What could not be compared, and why. */
    public List<String> findings() {
        return findings.messages();
    }

    /** The names of the actions that were compared with a baseline, those that are gone included. */
    public Set<String> actions() {
        return Set.copyOf(compared);
    }
}

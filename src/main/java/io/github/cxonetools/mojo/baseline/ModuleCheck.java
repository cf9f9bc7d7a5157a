package io.github.cxonetools.mojo.baseline;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.Findings;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.action.UnavailableException;
import io.github.cxonetools.compatibility.baseline.Baseline;
import io.github.cxonetools.compatibility.baseline.ContractFolder;
import io.github.cxonetools.compatibility.baseline.StoredContracts;
import io.github.cxonetools.compatibility.check.AcceptedBreak;
import io.github.cxonetools.compatibility.check.ActionCompatibility;
import io.github.cxonetools.compatibility.check.CompatibilityCheck;
import io.github.cxonetools.compatibility.check.CompatibilityPolicy;
import io.github.cxonetools.compatibility.check.ModuleComparison;
import io.github.cxonetools.file.Checksums;
import io.github.cxonetools.file.FileContent;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.project.GeneratedContracts;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.ProjectFacts;
import io.github.cxonetools.mojo.project.ReactorActions;
import io.github.cxonetools.report.compatibility.CompatibilityConsole;
import io.github.cxonetools.report.compatibility.CompatibilityFiles;
import io.github.cxonetools.report.compatibility.CompatibilityReport;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks a module's contracts: finds its baselines, compares with each, tells what came of it, and fails if it must. */
public final class ModuleCheck {

    private final GoalContext goal;
    private final CheckRequest request;
    private final BaselineLookup lookup;
    private final TenantSource source;
    private final Findings findings = new Findings();
    private final List<String> notes = new ArrayList<>();
    private final List<String> uncompared = new ArrayList<>();
    private final Instant began = Instant.now();
    private boolean isWorldsFault = true;

    /** @param source is asked for the tenant where a baseline needs it, and not before */
    public ModuleCheck(GoalContext goal, CheckRequest request, TenantSource source) {
        this.goal = goal;
        this.request = request;
        this.lookup = new BaselineLookup(goal.maven().repositories());
        this.source = source;
    }

    /** Gives the tenant that the goal's parameters lead to. */
    @FunctionalInterface
    public interface TenantSource {
        TenantAccess tenant() throws CxoneException;
    }

    /** @param isFiltered whether the module has more actions than {@code selected} */
    public void run(List<ActionDefinition> selected, boolean isFiltered) throws CxoneException {
        List<BaselineChoice> choices = BaselineChoice.parse(request.baseline());
        Map<String, Map<String, FileContent>> present =
                GeneratedContracts.require(goal, request.schemaDirectory(), selected);
        if (request.record()) {
            choices = record(choices, selected, isFiltered);
        }
        if (!choices.isEmpty()) {
            Map<String, String> versions = new HashMap<>();
            for (ActionDefinition action : selected) {
                versions.put(action.name(), action.version());
            }
            compare(choices, ContractFolder.of(request.schemaDirectory(), present, versions), selected, isFiltered);
        }
    }

    /** Those that are still to be compared with. */
    private List<BaselineChoice> record(
            List<BaselineChoice> choices, List<ActionDefinition> selected, boolean isFiltered) throws CxoneException {
        List<BaselineChoice> others = choices.stream()
                .filter(choice -> choice.kind() != BaselineChoice.BaselineKind.FILE)
                .toList();
        if (goal.isTyped() || others.size() < choices.size()) {
            record(selected.stream().map(ActionDefinition::name).toList(), isFiltered);
            return goal.isTyped() ? List.of() : others;
        }
        goal.log().info("cxone.record records no contracts here, where cxone.baseline has no file");
        return choices;
    }

    private void record(List<String> names, boolean isFiltered) throws CxoneException {
        String directory = BaselineLookup.inModule(goal, request.baselineDirectory());
        List<String> written = ContractFolder.copy(request.schemaDirectory(), request.baselineDirectory(), names);
        for (String name : names) {
            goal.log()
                    .info(name + (written.contains(name) ? ": recorded in " : " is already recorded in ") + directory);
        }
        if (!isFiltered) {
            for (String gone : ContractFolder.retain(request.baselineDirectory(), names)) {
                goal.log().info(gone + ": removed from " + directory + ", because this module has it no more");
            }
        }
    }

    private void compare(
            List<BaselineChoice> choices, StoredContracts present, List<ActionDefinition> selected, boolean isFiltered)
            throws CxoneException {
        CompatibilityCheck check = request.rules()
                .check(
                        (action, side, pointer) -> null,
                        LocalDate.ofInstant(goal.session().getStartTime().toInstant(), ZoneOffset.UTC),
                        MavenVersions.ORDER);
        ModuleComparison comparison =
                new ModuleComparison(check, present, goal.project().getVersion(), () -> ReactorActions.of(goal)
                        .namesOutside(goal.project()));
        BaselineLookup.Connection tenant = () -> source.tenant().connect(selected);
        for (BaselineChoice choice : choices) {
            compare(lookup.find(goal, request, choice, present.all(), tenant), comparison, isFiltered);
        }
        tell(check, comparison);
        if (!findings.isEmpty() && isWorldsFault) {
            throw new UnavailableException(withReport(String.join("\n", findings.messages())));
        }
        try {
            findings.throwIfAny("Contracts cannot take the place of those before");
        } catch (RejectedException e) {
            throw new RejectedException(withReport(String.valueOf(e.getMessage())));
        }
    }

    private void compare(Baseline baseline, ModuleComparison comparison, boolean isFiltered) {
        if (baseline instanceof Baseline.Stored stored) {
            comparison.with(stored, isFiltered);
        } else if (baseline instanceof Baseline.NeverReleased never) {
            note(never.reason());
        } else if (baseline instanceof Baseline.Missing missing) {
            missing(missing.reason());
        } else if (baseline instanceof Baseline.Unreachable unreachable) {
            unreachable(unreachable);
        }
    }

    private void missing(String reason) {
        switch (request.onMissingBaseline()) {
            case FAIL -> cannotCompare(reason);
            case WARN -> {
                goal.log().warn(reason);
                notes.add(reason);
            }
            case IGNORE -> note(reason);
        }
    }

    private void note(String sentence) {
        goal.log().info(sentence);
        notes.add(sentence);
    }

    private void cannotCompare(String reason) {
        reject(reason);
        uncompared.add(reason);
    }

    private void unreachable(Baseline.Unreachable unreachable) {
        if (request.rules().failsUndecided() && request.rules().policy() != CompatibilityPolicy.REPORT) {
            findings.add(unreachable.reason());
            uncompared.add(unreachable.reason());
            isWorldsFault &= !unreachable.isUsersFault();
        } else {
            goal.log().warn("Undecided: " + unreachable.reason());
            notes.add("Undecided: " + unreachable.reason());
        }
    }

    private void reject(String reason) {
        findings.add(reason);
        isWorldsFault = false;
    }

    private void tell(CompatibilityCheck check, ModuleComparison comparison) throws UnavailableException {
        if (goal.log().isInfoEnabled()) {
            CompatibilityConsole.lines(comparison.results(), goal.console().style())
                    .forEach(goal.log()::info);
        }
        for (ActionCompatibility result : comparison.results()) {
            if (check.fails(result)) {
                reject(result.refusal());
            }
        }
        for (String sentence : comparison.notes()) {
            note(sentence);
        }
        for (String reason : comparison.findings()) {
            cannotCompare(reason);
        }
        write(comparison.results());
        warn(check, comparison.actions());
        goal.log().info(report());
    }

    private void write(List<ActionCompatibility> results) throws UnavailableException {
        CompatibilityReport report = new CompatibilityReport(
                goal.project().getGroupId() + ":" + goal.project().getArtifactId(),
                goal.project().getVersion(),
                request.rules(),
                results,
                notes,
                uncompared);
        CheckRequest.Outputs outputs = request.outputs();
        new CompatibilityFiles(outputs.directory(), outputs.reportsDirectory(), state(), goal.pluginBuild())
                .write(report, goal.origin(began));
    }

    /** What earlier runs have written to the same places; beside what {@code generate} keeps. */
    private Path state() {
        CheckRequest.Outputs outputs = request.outputs();
        String places = Checksums.of(List.of(
                outputs.directory().toAbsolutePath().toString(),
                outputs.reportsDirectory().toAbsolutePath().toString()));
        return ProjectFacts.contractState(goal.project()).resolve("check-" + places + ".state");
    }

    private String withReport(String refusal) {
        return refusal + (refusal.contains("\n") ? "\n" : ". ") + report();
    }

    private String report() {
        return "Report: " + goal.shown(request.outputs().directory().resolve("compatibility.html"));
    }

    private void warn(CompatibilityCheck check, Set<String> actions) {
        for (AcceptedBreak each : check.expired()) {
            goal.log().warn(each.expiry());
        }
        for (AcceptedBreak each : check.unused()) {
            if (actions.contains(each.action())
                    || !ReactorActions.of(goal).names().contains(each.action())) {
                goal.log().warn("The <acceptedBreak> " + each.label() + " fits no break. Remove it");
            }
        }
    }
}

package io.github.cxonetools.mojo.promotion;

import io.github.cxonetools.action.ActionDefinition;
import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.action.RejectedException;
import io.github.cxonetools.deployment.DeploymentRun;
import io.github.cxonetools.deployment.DesiredAction;
import io.github.cxonetools.deployment.DesiredActions;
import io.github.cxonetools.deployment.promotion.PromotedHandlers;
import io.github.cxonetools.deployment.promotion.Promotion;
import io.github.cxonetools.deployment.promotion.SourceProof;
import io.github.cxonetools.mojo.baseline.ExactArtifact;
import io.github.cxonetools.mojo.baseline.ReleasedContracts;
import io.github.cxonetools.mojo.build.DeployAtEnd;
import io.github.cxonetools.mojo.build.Tenant;
import io.github.cxonetools.mojo.build.TenantAccess;
import io.github.cxonetools.mojo.deployment.PlanRules;
import io.github.cxonetools.mojo.project.ActionElement;
import io.github.cxonetools.mojo.project.GoalContext;
import io.github.cxonetools.mojo.project.MavenVersions;
import io.github.cxonetools.mojo.project.ReactorActions;
import io.github.cxonetools.report.deployment.DeploymentOutput;
import io.github.cxonetools.report.metrics.MetricsOutput;
import io.github.cxonetools.report.text.ConsoleLog;
import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** Promotes released artifacts: fetches their contracts, has them proven by the source, and deploys them to the target. */
public final class Promotions {

    private final GoalContext goal;
    private final TenantAccess access;

    /** @param access the tenant that they go to */
    public Promotions(GoalContext goal, TenantAccess access) {
        this.goal = goal;
        this.access = access;
    }

    /**
     * How what is asked for is done, by the names of parameters.
     *
     * @param planFile null for whatever is planned now
     */
    public record Manner(PlanRules rules, @Nullable File planFile, boolean dryRun, boolean deployAtEnd) {}

    /** Promotes now, or when the whole build has succeeded. */
    public void promote(PromotionRequest request, Manner manner) throws CxoneException {
        if (request.gate().isSet() && request.sourceBaseUrl() == null) {
            throw new RejectedException(
                    "The gate's parameters are set, and nothing says in which tenant the versions ran."
                            + " Set -Dcxone.sourceBaseUrl=<the tenant that has them>");
        }
        PromotedRelease release = release(request, manner.rules().allowSnapshots());
        List<ActionDefinition> actions = actions(request, release);
        List<DesiredAction> desired = DesiredActions.of(actions, release.contracts());
        PlanRules rules = manner.rules().explainedBy(release::memberAt);
        SortedMap<String, String> parameters = rules.texts();
        DeployAtEnd.Left left = manner.dryRun() ? null : () -> access.left(desired, parameters);
        new DeployAtEnd(goal).act(manner.deployAtEnd(), "promote", actions, left, () -> {
            Tenant target = access.connect(actions);
            DeploymentRun.Proof proof = () -> prove(request, actions, desired, target, rules.concurrency());
            String version = release.artifact().version();
            DeploymentRun.Audit audit =
                    new DeploymentRun.Audit(request.outputDirectory().resolve("deployment.json"), version, null);
            Path approved = manner.planFile() == null ? null : manner.planFile().toPath();
            new Promotion(
                            access.target(target),
                            rules.settings(target),
                            approved,
                            audit,
                            new DeploymentOutput(goal.console()))
                    .run(desired, proof, manner.dryRun());
            access.adviseOnReceipts();
        });
    }

    private PromotedRelease release(PromotionRequest request, boolean allowSnapshots) throws CxoneException {
        boolean isOwn = request.artifact() == null && !goal.isStandalone();
        ExactArtifact artifact = isOwn ? ExactArtifact.own(goal.project()) : ExactArtifact.of(request.artifact());
        PromotedRelease.requireRelease(artifact, allowSnapshots);
        Path own = request.outputDirectory().resolve("artifacts");
        PromotedRelease release = new PromotedRelease(
                artifact,
                new ReleasedContracts(goal.maven().repositories()).read(goal, artifact, own, access.isOnThisMachine()),
                request.names(),
                allowSnapshots);
        goal.log().info("Promoting " + artifact.label());
        return release;
    }

    private List<ActionDefinition> actions(PromotionRequest request, PromotedRelease release) throws CxoneException {
        Map<String, String> ofPom = ofPom(release.artifact());
        goal.secrets().addPartsOf(request.handlerUrl() == null ? "" : request.handlerUrl());
        request.handlerUrls().values().forEach(goal.secrets()::addPartsOf);
        ofPom.values().forEach(goal.secrets()::addPartsOf);
        List<ActionDefinition> actions = new PromotedHandlers(request.handlerUrl(), request.handlerUrls(), ofPom)
                .of(release.contracts(), release.known());
        actions.forEach(action -> goal.secrets().addPartsOf(String.valueOf(action.handlerUrl())));
        DesiredActions.requireHandlerUrls(actions, access.isLocal(), access.label());
        PromotedHandlers.shared(actions).forEach(goal.log()::info);
        return actions;
    }

    /** What the POM of the artifact's module says, where it is in this build; else what this project's says. */
    private Map<String, String> ofPom(ExactArtifact artifact) {
        MavenProject module = goal.modules().stream()
                .filter(each -> artifact.key().equals(each.getGroupId() + ":" + each.getArtifactId()))
                .findFirst()
                .orElse(goal.project());
        Map<String, String> urls = new HashMap<>();
        for (ActionElement action : ReactorActions.declaredBy(module, goal.pluginKey())) {
            if (action.name() != null && !action.handlerUrl().isEmpty()) {
                urls.put(action.name(), action.handlerUrl());
            }
        }
        return urls;
    }

    private void prove(
            PromotionRequest request,
            List<ActionDefinition> actions,
            List<DesiredAction> desired,
            Tenant target,
            int concurrency)
            throws CxoneException {
        String sourceBaseUrl = request.sourceBaseUrl();
        if (sourceBaseUrl == null) {
            return;
        }
        Tenant source = access.source(sourceBaseUrl, request.sourceServerId(), target);
        new SourceProof(source.client(), source.name().toString(), concurrency).require(desired);
        goal.log()
                .info("The source has " + (desired.size() == 1 ? "it" : "all of them")
                        + ", active, with the same schemas");
        if (request.gate().isSet()) {
            ConsoleLog log = goal.console();
            MetricsOutput output = new MetricsOutput(log.style(), MavenVersions.ORDER, request.outputDirectory(), log);
            request.gate().require(goal, source, access.receipts(source), actions, output);
        }
    }
}

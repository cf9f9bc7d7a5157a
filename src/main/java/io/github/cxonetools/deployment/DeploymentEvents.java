package io.github.cxonetools.deployment;

/** What a deployment tells while it runs. Methods may be called from several threads. */
@FunctionalInterface
public interface DeploymentEvents {

    /** Something was done with one version, or failed. */
    void done(ActionOutcome outcome);
}

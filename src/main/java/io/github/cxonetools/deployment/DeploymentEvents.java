package io.github.cxonetools.deployment;

/** What a deployment tells while it runs. Methods may be called from several threads. */
@FunctionalInterface
public interface DeploymentEvents {

    /** One version is done with, and confirmed where it was changed, or has failed. */
    void done(ActionOutcome outcome);
}

package io.github.cxonetools.deployment;

/** Told what is planned for a tenant and what came of it, as soon as it is known. */
public interface DeploymentEvents {

    /** What would change, before it is compared with anything. */
    void planned(DeploymentPlan plan);

    /** It was a dry run: nothing was changed. */
    void rehearsed();

    /** What was done and what was not; it is written down already. */
    void applied(DeploymentResult result);
}

package io.github.cxonetools.deployment;

import io.github.cxonetools.action.CxoneException;
import io.github.cxonetools.client.CxoneClient;
import io.github.cxonetools.deployment.receipts.Receipts;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A tenant that versions are changed in, and what is known of earlier deployments to it.
 *
 * @param name the tenant as plans and receipts name it: the same in the next build
 * @param maxWait how long to wait for another build of the same checkout
 * @param waiting is told, in one sentence, for which build is waited
 */
public record DeploymentTarget(
        CxoneClient client, URI name, Receipts receipts, Duration maxWait, Consumer<String> waiting) {

    /** Plans and acts while no other build of this checkout does; where nothing is changed, nobody is in the way. */
    public void exclusively(boolean dryRun, Receipts.LockedWork work) throws CxoneException {
        if (dryRun) {
            work.run();
        } else {
            receipts.exclusively(maxWait, waiting, work);
        }
    }
}

package io.github.cxonetools.deployment;

import io.github.cxonetools.action.ActionVersion;
import io.github.cxonetools.action.Contract;
import java.net.URI;

/**
 * What a project wants to be in the tenant.
 *
 * @param contract the part that no environment changes
 * @param handlerUrl where CXone calls the handler in this environment
 */
public record DesiredAction(Contract contract, URI handlerUrl) {

    /** As it would be created. */
    public ActionVersion version() {
        String description = contract.description();
        return new ActionVersion(
                null,
                contract.name(),
                contract.version(),
                false,
                contract.inputSchema(),
                contract.outputSchema(),
                handlerUrl.toString(),
                contract.timeoutMs(),
                description == null || description.isEmpty() ? null : description);
    }

    boolean isSnapshot() {
        return contract.version().endsWith("-SNAPSHOT");
    }
}

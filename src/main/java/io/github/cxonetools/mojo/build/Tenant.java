package io.github.cxonetools.mojo.build;

import io.github.cxonetools.client.CxoneClient;
import java.net.URI;

/**
 * A tenant that a goal is connected to.
 *
 * @param local whether it is a local tenant, with its own credentials
 */
public record Tenant(CxoneClient client, URI baseUrl, boolean local) {

    /** What stands for a local tenant in files, because its port changes from build to build. */
    private static final URI LOCAL = URI.create("local");

    /** The tenant as plans and receipts name it: the same in the next build. */
    public URI name() {
        return local ? LOCAL : baseUrl;
    }
}

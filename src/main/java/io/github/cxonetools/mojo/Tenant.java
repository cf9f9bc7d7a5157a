package io.github.cxonetools.mojo;

import io.github.cxonetools.client.CxoneClient;
import java.net.URI;

/**
 * A tenant that a goal is connected to.
 *
 * @param local whether it is a local tenant, with its own credentials
 */
record Tenant(CxoneClient client, URI baseUrl, boolean local) {}

/** What a client is told: address, credentials and where they come from, proxy, limits, and whom it tells events. */
@NullMarked
package io.github.cxonetools.client.settings;

import org.jspecify.annotations.NullMarked;

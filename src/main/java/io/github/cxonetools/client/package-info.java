/** The one HTTP layer: credentials, access tokens, retries, and the endpoints of CXone. */
@NullMarked
package io.github.cxonetools.client;

import org.jspecify.annotations.NullMarked;

/** One request: sent, tried again where that is safe, and its answer classified. */
@NullMarked
package io.github.cxonetools.client.http;

import org.jspecify.annotations.NullMarked;

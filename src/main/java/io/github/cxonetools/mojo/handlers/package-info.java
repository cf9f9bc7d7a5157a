/** The JVM of a module's handlers, and the handlers served on loopback. */
@NullMarked
package io.github.cxonetools.mojo.handlers;

import org.jspecify.annotations.NullMarked;

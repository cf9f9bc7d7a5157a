/** The project's handlers, served on loopback. */
@NullMarked
package io.github.cxonetools.tenant.handlers;

import org.jspecify.annotations.NullMarked;

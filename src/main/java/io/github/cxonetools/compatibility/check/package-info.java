/** Contracts of a build compared with those of a baseline: what breaks, which version it needs, what was accepted. */
@NullMarked
package io.github.cxonetools.compatibility.check;

import org.jspecify.annotations.NullMarked;

/** Contracts that were released, recorded or deployed before: read as data, within limits. */
@NullMarked
package io.github.cxonetools.compatibility.baseline;

import org.jspecify.annotations.NullMarked;

/** Fixtures: found, played through an execution, compared with what was expected. */
@NullMarked
package io.github.cxonetools.simulator;

import org.jspecify.annotations.NullMarked;

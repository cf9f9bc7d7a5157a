/** How fixtures went, and how much of their payloads a report may show. */
@NullMarked
package io.github.cxonetools.simulator.result;

import org.jspecify.annotations.NullMarked;

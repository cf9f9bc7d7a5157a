/** Contracts of a module's actions: derived, held to what CXone accepts, written where the jar carries them, confirmed. */
@NullMarked
package io.github.cxonetools.schema.contract;

import org.jspecify.annotations.NullMarked;

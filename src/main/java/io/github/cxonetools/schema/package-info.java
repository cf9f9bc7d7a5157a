/** Contracts: derived from compiled classes, held to what CXone accepts, written where the jar carries them. */
@NullMarked
package io.github.cxonetools.schema;

import org.jspecify.annotations.NullMarked;

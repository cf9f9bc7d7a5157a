/** The search for a value that fits some formulas and does not fit others, and the proof that there is none. */
@NullMarked
package io.github.cxonetools.compatibility.search;

import org.jspecify.annotations.NullMarked;

/** Schemas of draft-07 as formulas: read once, compared by what they say, and asked whether a value fits. */
@NullMarked
package io.github.cxonetools.compatibility.formula;

import org.jspecify.annotations.NullMarked;

/** Whether one schema accepts all that another accepts: proven, refuted by a payload, or left undecided. */
@NullMarked
package io.github.cxonetools.compatibility.inclusion;

import org.jspecify.annotations.NullMarked;

/** Types that are one value on the wire. */
@NullMarked
package io.github.cxonetools.schema.scalar;

import org.jspecify.annotations.NullMarked;

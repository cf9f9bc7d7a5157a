/** What {@code check} compares with: chosen by parameters, found in Maven's repositories, a tenant or files. */
@NullMarked
package io.github.cxonetools.mojo.baseline;

import org.jspecify.annotations.NullMarked;

/** JSON read, walked and printed the one way that all rooms share. */
@NullMarked
package io.github.cxonetools.json;

import org.jspecify.annotations.NullMarked;

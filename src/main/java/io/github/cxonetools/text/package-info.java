/** Text on its way out: secrets masked, control characters shown, words quoted for a shell. */
@NullMarked
package io.github.cxonetools.text;

import org.jspecify.annotations.NullMarked;

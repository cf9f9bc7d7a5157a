/** Files written whole or not at all, and the names of what is not yet whole. */
@NullMarked
package io.github.cxonetools.file;

import org.jspecify.annotations.NullMarked;

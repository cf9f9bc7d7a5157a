/** The first files of a project with an action: made from templates, written where they are missing. */
@NullMarked
package io.github.cxonetools.scaffold;

import org.jspecify.annotations.NullMarked;

/** What Maven and its files say: project, session, settings, properties, and what must not be shown. */
@NullMarked
package io.github.cxonetools.mojo.project;

import org.jspecify.annotations.NullMarked;

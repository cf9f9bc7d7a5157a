/** Schemas from types: victools' engine, with a definition of each kind of type, and the project's own modules. */
@NullMarked
package io.github.cxonetools.schema.derive;

import org.jspecify.annotations.NullMarked;

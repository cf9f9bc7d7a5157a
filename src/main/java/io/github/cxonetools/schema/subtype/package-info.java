/** Subtypes on the wire: which there are, how each is told from the others, and what is read without a type id. */
@NullMarked
package io.github.cxonetools.schema.subtype;

import org.jspecify.annotations.NullMarked;

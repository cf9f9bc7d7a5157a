/** Constraints of Bean Validation: where they are read, and how draft-07 says them. */
@NullMarked
package io.github.cxonetools.schema.constraint;

import org.jspecify.annotations.NullMarked;

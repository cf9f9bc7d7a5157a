/** The project's own Jackson, of either generation, asked by reflection. */
@NullMarked
package io.github.cxonetools.schema.jackson;

import org.jspecify.annotations.NullMarked;

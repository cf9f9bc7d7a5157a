/** What a property's annotations, members and place say about its value. */
@NullMarked
package io.github.cxonetools.schema.property;

import org.jspecify.annotations.NullMarked;

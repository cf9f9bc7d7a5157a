/** Payloads that a schema accepts, and payloads that it nearly does. */
@NullMarked
package io.github.cxonetools.schema.sample;

import org.jspecify.annotations.NullMarked;

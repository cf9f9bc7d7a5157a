/** One call of an action, validated as CXone validates it: payload, input schema, handler, output schema, result. */
@NullMarked
package io.github.cxonetools.execution;

import org.jspecify.annotations.NullMarked;

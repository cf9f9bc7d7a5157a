/** One call of an action, judged as CXone judges it: payload, input schema, handler, output schema, result. */
@NullMarked
package io.github.cxonetools.execution;

import org.jspecify.annotations.NullMarked;

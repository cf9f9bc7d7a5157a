/** Results as people and tools read them: console text, JSON, JUnit XML, HTML. */
@NullMarked
package io.github.cxonetools.report;

import org.jspecify.annotations.NullMarked;

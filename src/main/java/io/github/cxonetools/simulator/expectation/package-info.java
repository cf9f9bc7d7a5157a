/** What a fixture expects of an answer, and the differences between the two. */
@NullMarked
package io.github.cxonetools.simulator.expectation;

import org.jspecify.annotations.NullMarked;

/** What breaks when one schema takes the place of another: every place, with a payload that shows it. */
@NullMarked
package io.github.cxonetools.compatibility.breaks;

import org.jspecify.annotations.NullMarked;

/** What all reports share: page templates, files, numbers, console styles. */
@NullMarked
package io.github.cxonetools.report.text;

import org.jspecify.annotations.NullMarked;

/** What all reports share: the shell of pages and their templates, files, numbers, times, console styles. */
@NullMarked
package io.github.cxonetools.report.text;

import org.jspecify.annotations.NullMarked;

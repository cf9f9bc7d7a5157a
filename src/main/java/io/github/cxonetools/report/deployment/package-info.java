/** What a plan says, what a deployment has done, and what the client tells meanwhile. */
@NullMarked
package io.github.cxonetools.report.deployment;

import org.jspecify.annotations.NullMarked;

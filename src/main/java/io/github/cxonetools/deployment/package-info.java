/** Desired against actual: plans what would change in a tenant, and changes it. */
@NullMarked
package io.github.cxonetools.deployment;

import org.jspecify.annotations.NullMarked;

/** What {@code plan} and {@code deploy} share: what a module wants of its tenant, by which rules, and how that is deployed. */
@NullMarked
package io.github.cxonetools.mojo.deployment;

import org.jspecify.annotations.NullMarked;

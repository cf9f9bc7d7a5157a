/** Released contracts on their way to another tenant: where their handlers are there, and what proves them. */
@NullMarked
package io.github.cxonetools.deployment.promotion;

import org.jspecify.annotations.NullMarked;

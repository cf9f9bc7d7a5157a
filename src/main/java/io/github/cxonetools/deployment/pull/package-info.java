/** Takes over what a tenant has: its versions read, written as files, and adopted by receipts. */
@NullMarked
package io.github.cxonetools.deployment.pull;

import org.jspecify.annotations.NullMarked;

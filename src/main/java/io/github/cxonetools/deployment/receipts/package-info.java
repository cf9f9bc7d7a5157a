/** What was deployed where: receipts, their file, and the lock that builds share. */
@NullMarked
package io.github.cxonetools.deployment.receipts;

import org.jspecify.annotations.NullMarked;

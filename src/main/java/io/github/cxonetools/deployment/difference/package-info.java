/** What differs between the project's contract and the tenant's, and what that means. */
@NullMarked
package io.github.cxonetools.deployment.difference;

import org.jspecify.annotations.NullMarked;

/** What a module wants of its tenant, by which rules it is planned and deployed, and what is moved or deprecated there. */
@NullMarked
package io.github.cxonetools.mojo.deployment;

import org.jspecify.annotations.NullMarked;

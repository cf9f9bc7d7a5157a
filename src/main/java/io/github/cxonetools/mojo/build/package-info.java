/** What the goals of one build share: tenants, clients, and what is left for its end. */
@NullMarked
package io.github.cxonetools.mojo.build;

import org.jspecify.annotations.NullMarked;

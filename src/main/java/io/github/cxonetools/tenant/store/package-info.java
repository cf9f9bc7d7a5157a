/** What the tenant keeps: its database, its directory, its credentials, and where it runs. */
@NullMarked
package io.github.cxonetools.tenant.store;

import org.jspecify.annotations.NullMarked;

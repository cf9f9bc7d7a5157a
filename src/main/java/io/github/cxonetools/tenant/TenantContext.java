package io.github.cxonetools.tenant;

import io.github.cxonetools.tenant.store.TenantDirectory;
import java.time.Clock;

/** A directory whose lock this process holds, and what it is served with. */
record TenantContext(TenantDirectory directory, TenantSettings settings, Clock clock, TenantEvents events) {}

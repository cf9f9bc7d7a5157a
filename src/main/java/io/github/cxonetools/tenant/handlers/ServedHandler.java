package io.github.cxonetools.tenant.handlers;

import io.github.cxonetools.execution.Handler;
import java.time.Duration;

/** A handler that is served, and how long one call of it may take. */
public record ServedHandler(Handler handler, Duration timeout) {}

/** Requests, answers, problems, routes, and the loopback they are limited to. */
@NullMarked
package io.github.cxonetools.tenant.http;

import org.jspecify.annotations.NullMarked;

/**
 * What runs in the handlers' own JVM: it binds payloads, calls handlers, measures them, and speaks frames over a loopback
 * socket. Uses the JDK alone, because everything else there belongs to the project; so it has a {@code Nullable} of its own.
 */
package io.github.cxonetools.execution.worker;

/** What runs in the handlers' own JVM. Uses the JDK alone, because everything else there belongs to the project. */
package io.github.cxonetools.execution.worker;

/** How fixtures went: console, JUnit XML, simulation.json, and their page. */
@NullMarked
package io.github.cxonetools.report.simulation;

import org.jspecify.annotations.NullMarked;

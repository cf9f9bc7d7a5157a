/** How contracts compare with a baseline's: console, compatibility.json, compatibility.md, JUnit XML, payloads, and their page. */
@NullMarked
package io.github.cxonetools.report.compatibility;

import org.jspecify.annotations.NullMarked;

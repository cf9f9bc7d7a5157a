/** How contracts compare with a baseline's: console, compatibility.json, compatibility.md. */
@NullMarked
package io.github.cxonetools.report.compatibility;

import org.jspecify.annotations.NullMarked;

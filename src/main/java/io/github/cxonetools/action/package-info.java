/** What a Data Action is: definition, contract, version, the result of one execution. Depends on the JDK and JSON only. */
@NullMarked
package io.github.cxonetools.action;

import org.jspecify.annotations.NullMarked;

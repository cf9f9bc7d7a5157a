/** The endpoints of Data Actions and of executions. */
@NullMarked
package io.github.cxonetools.tenant.actions;

import org.jspecify.annotations.NullMarked;

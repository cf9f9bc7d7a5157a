/** Access tokens: how they are asked for, signed for, kept and renewed. */
@NullMarked
package io.github.cxonetools.client.auth;

import org.jspecify.annotations.NullMarked;

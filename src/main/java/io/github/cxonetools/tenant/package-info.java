/** The local tenant: CXone's contract from the other side, on loopback, with an embedded database. */
@NullMarked
package io.github.cxonetools.tenant;

import org.jspecify.annotations.NullMarked;

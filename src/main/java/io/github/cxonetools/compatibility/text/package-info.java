/** Languages of texts: regular expressions with intersection and complement, and whether there is a text in one. */
@NullMarked
package io.github.cxonetools.compatibility.text;

import org.jspecify.annotations.NullMarked;

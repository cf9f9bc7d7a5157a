/** Comments of the project's sources, read with the JDK's compiler: what a class and its members are, in the words of their author. */
@NullMarked
package io.github.cxonetools.schema.source;

import org.jspecify.annotations.NullMarked;

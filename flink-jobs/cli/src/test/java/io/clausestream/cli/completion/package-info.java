/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.completion;

import org.jspecify.annotations.NullMarked;

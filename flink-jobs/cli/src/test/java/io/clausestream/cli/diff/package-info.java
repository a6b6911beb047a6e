/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.diff;

import org.jspecify.annotations.NullMarked;

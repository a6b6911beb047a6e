/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.up;

import org.jspecify.annotations.NullMarked;

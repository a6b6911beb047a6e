/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.spill;

import org.jspecify.annotations.NullMarked;

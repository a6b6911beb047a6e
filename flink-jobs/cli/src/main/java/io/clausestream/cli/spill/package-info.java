/** Sorts more lines than memory holds: they spill to files that are merged. */
@NullMarked
package io.clausestream.cli.spill;

import org.jspecify.annotations.NullMarked;

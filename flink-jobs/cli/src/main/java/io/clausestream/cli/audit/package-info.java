/** Compares the changes that were recorded with those that a replay finds. */
@NullMarked
package io.clausestream.cli.audit;

import org.jspecify.annotations.NullMarked;

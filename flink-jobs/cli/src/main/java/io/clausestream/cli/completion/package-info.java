/** Completion of the command line by the shell. */
@NullMarked
package io.clausestream.cli.completion;

import org.jspecify.annotations.NullMarked;

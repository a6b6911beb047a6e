/** Files of rules that the command line names. */
@NullMarked
package io.clausestream.cli.rulefile;

import org.jspecify.annotations.NullMarked;

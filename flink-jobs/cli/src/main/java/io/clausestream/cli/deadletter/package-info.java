/** Dead letters: which there are, what is in one, and sending them again. */
@NullMarked
package io.clausestream.cli.deadletter;

import org.jspecify.annotations.NullMarked;

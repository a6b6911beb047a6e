/** The clausestream command: its sub-commands, exit codes, and how a mistake is told. */
@NullMarked
package io.clausestream.cli;

import org.jspecify.annotations.NullMarked;

/** The delivery engine as a command, and its options and parts that {@code up} shares. */
@NullMarked
package io.clausestream.cli.deliver;

import org.jspecify.annotations.NullMarked;

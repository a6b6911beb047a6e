/** One change with all that is known of it. */
@NullMarked
package io.clausestream.cli.explain;

import org.jspecify.annotations.NullMarked;

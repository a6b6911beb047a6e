/** Two captures of a page beside each other, judged by the core's own detection. */
@NullMarked
package io.clausestream.cli.diff;

import org.jspecify.annotations.NullMarked;

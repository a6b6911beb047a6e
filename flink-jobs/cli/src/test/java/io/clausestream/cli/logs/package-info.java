/** What is logged, and what never is. */
@NullMarked
package io.clausestream.cli.logs;

import org.jspecify.annotations.NullMarked;

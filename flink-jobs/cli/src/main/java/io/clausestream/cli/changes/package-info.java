/** The topic of page changes, as text or JSON Lines. */
@NullMarked
package io.clausestream.cli.changes;

import org.jspecify.annotations.NullMarked;

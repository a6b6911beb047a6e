/** What programs read: JSON Lines of changes and suppressions. */
@NullMarked
package io.clausestream.cli.json;

import org.jspecify.annotations.NullMarked;

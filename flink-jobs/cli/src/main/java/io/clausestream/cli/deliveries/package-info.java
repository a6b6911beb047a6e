/** What became of deliveries, and how those that were given up are sent again. */
@NullMarked
package io.clausestream.cli.deliveries;

import org.jspecify.annotations.NullMarked;

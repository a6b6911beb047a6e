/** What people see: colours, redlines, progress, tables. */
@NullMarked
package io.clausestream.cli.console;

import org.jspecify.annotations.NullMarked;

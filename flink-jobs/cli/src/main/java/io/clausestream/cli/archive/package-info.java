/** Archives of captures as the command line names them. */
@NullMarked
package io.clausestream.cli.archive;

import org.jspecify.annotations.NullMarked;

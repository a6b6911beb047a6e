/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.console;

import org.jspecify.annotations.NullMarked;

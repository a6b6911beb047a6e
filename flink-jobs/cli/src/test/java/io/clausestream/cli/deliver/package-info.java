/** Tests of the command that delivers. */
@NullMarked
package io.clausestream.cli.deliver;

import org.jspecify.annotations.NullMarked;

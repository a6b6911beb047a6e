/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.replay;

import org.jspecify.annotations.NullMarked;

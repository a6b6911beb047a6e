/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.look;

import org.jspecify.annotations.NullMarked;

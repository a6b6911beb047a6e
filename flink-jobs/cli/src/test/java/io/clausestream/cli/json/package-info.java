/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.json;

import org.jspecify.annotations.NullMarked;

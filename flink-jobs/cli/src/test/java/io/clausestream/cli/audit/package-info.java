/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.audit;

import org.jspecify.annotations.NullMarked;

/** Tests of the package of the same name. */
@NullMarked
package io.clausestream.cli.cluster;

import org.jspecify.annotations.NullMarked;

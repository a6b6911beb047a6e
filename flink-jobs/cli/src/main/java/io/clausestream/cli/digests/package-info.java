/** The topic of digests. */
@NullMarked
package io.clausestream.cli.digests;

import org.jspecify.annotations.NullMarked;

/** Tests of the commands on alerts and digests. */
@NullMarked
package io.clausestream.cli.alerts;

import org.jspecify.annotations.NullMarked;

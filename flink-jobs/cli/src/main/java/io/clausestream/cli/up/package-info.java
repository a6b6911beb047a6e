/** The engine in one process: broker, cluster, job, sample history, alerts on the console. */
@NullMarked
package io.clausestream.cli.up;

import org.jspecify.annotations.NullMarked;

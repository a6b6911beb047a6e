/** Faults that a cluster of several processes must survive without a record lost or told twice. */
@NullMarked
package io.clausestream.it.faults;

import org.jspecify.annotations.NullMarked;

/** The records that stand in operator state, generated from {@code src/main/avro/state}. */
@NullMarked
package io.clausestream.schema.state;

import org.jspecify.annotations.NullMarked;

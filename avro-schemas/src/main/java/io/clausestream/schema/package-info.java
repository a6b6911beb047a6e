/** The wire contracts of the topics, generated from {@code src/main/avro}, and their codec. */
@NullMarked
package io.clausestream.schema;

import org.jspecify.annotations.NullMarked;

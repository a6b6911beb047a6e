/**
 * Archives of captured pages, read as fetched pages in time order and as a bounded Flink source.
 */
@NullMarked
package io.clausestream.connector.history;

import org.jspecify.annotations.NullMarked;

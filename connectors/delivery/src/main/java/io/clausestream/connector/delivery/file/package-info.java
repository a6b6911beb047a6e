/** Files that several threads and processes write, one at a time. */
@NullMarked
package io.clausestream.connector.delivery.file;

import org.jspecify.annotations.NullMarked;

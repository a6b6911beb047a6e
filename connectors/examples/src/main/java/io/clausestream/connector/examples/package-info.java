/** Small programs that show how to feed the engine and how to read what it tells. */
@NullMarked
package io.clausestream.connector.examples;

import org.jspecify.annotations.NullMarked;

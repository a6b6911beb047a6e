/** A real Kafka broker inside this JVM, and the small doubles that tests share. */
@NullMarked
package io.clausestream.connector.testkit;

import org.jspecify.annotations.NullMarked;

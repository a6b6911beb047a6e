/** A real Kafka broker and misbehaving servers inside this JVM: the doubles that tests share. */
@NullMarked
package io.clausestream.connector.testkit;

import org.jspecify.annotations.NullMarked;

/** Atom feeds of subscribers, as files and over HTTP. */
@NullMarked
package io.clausestream.connector.delivery.feed;

import org.jspecify.annotations.NullMarked;

/** Captures of an archive into the topic of page fetches. */
@NullMarked
package io.clausestream.cli.feed;

import org.jspecify.annotations.NullMarked;

/** Captures of an archive or of one file into the topic of page fetches, and their verdict. */
@NullMarked
package io.clausestream.cli.feed;

import org.jspecify.annotations.NullMarked;

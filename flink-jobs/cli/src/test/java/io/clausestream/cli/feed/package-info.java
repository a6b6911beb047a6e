/** Tests of what is sent to the topic of page fetches. */
@NullMarked
package io.clausestream.cli.feed;

import org.jspecify.annotations.NullMarked;

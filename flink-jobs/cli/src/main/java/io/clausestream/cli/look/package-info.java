/** What became of the fetches of a document, read from the topics of a running engine. */
@NullMarked
package io.clausestream.cli.look;

import org.jspecify.annotations.NullMarked;

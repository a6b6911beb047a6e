/** Tests of the commands on topics and their docs. */
@NullMarked
package io.clausestream.cli.topics;

import org.jspecify.annotations.NullMarked;

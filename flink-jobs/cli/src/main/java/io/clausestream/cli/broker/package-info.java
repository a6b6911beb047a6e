/** Which broker a command talks to, and how it reads topics. */
@NullMarked
package io.clausestream.cli.broker;

import org.jspecify.annotations.NullMarked;

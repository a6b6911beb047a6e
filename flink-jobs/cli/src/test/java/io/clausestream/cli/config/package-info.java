/** Tests of what is in force. */
@NullMarked
package io.clausestream.cli.config;

import org.jspecify.annotations.NullMarked;

/** What is in force, and where it comes from. */
@NullMarked
package io.clausestream.cli.config;

import org.jspecify.annotations.NullMarked;

/** The topic of alerts, and how one is taken back. */
@NullMarked
package io.clausestream.cli.alerts;

import org.jspecify.annotations.NullMarked;

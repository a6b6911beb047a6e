/** Stage alert: one alert per subscriber and change. */
@NullMarked
package io.clausestream.core.alert;

import org.jspecify.annotations.NullMarked;

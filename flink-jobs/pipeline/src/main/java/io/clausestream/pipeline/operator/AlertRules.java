package io.clausestream.pipeline.operator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What matching and digests can be told.
 *
 * @param subscribed whether terms and corrections can come in at all; without, nothing is spread
 * @param objective how long after the fetch an alert is late
 * @param endOfHistory up to when a bounded input tells all there is; weeks that end later are not
 *     cut when it ends. Empty for an endless input
 */
public record AlertRules(boolean subscribed, Duration objective, Optional<Instant> endOfHistory) {}

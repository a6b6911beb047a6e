package io.clausestream.connector.delivery;

import java.time.ZoneId;
import java.util.Locale;

/**
 * Whom a message is told to, as far as its words depend on it.
 *
 * @param subscriberId id of the subscriber
 * @param language language of what is told; one that is not offered is told in English
 * @param timeZone zone in which instants are shown
 */
public record Recipient(String subscriberId, Locale language, ZoneId timeZone) {}

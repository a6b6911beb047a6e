package io.clausestream.connector.history;

import java.util.Map;

/**
 * What an archive holds, known before any body is read.
 *
 * @param captures number of captures
 * @param byPlatform number of captures of each platform that has any, sorted by name
 * @param skipped what is in the archive and is no capture, by cause; causes that did not occur are
 *     absent. Of the whole archive, also where captures were counted with a filter
 */
public record ArchiveCounts(
    long captures, Map<String, Long> byPlatform, Map<SkipCause, Long> skipped) {}

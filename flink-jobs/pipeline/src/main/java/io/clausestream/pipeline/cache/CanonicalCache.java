package io.clausestream.pipeline.cache;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The content of the pages that came last, in memory. Most fetches bring the bytes that the last
 * one brought: they cost a hash and no parse. It is no state: what it forgets is made again, byte
 * for byte. Bounded in entries and bytes; the one that was not asked for the longest goes first.
 * One thread.
 */
public final class CanonicalCache {

  /** Most pages that are kept. */
  static final int MAX_ENTRIES = 8_192;

  /** Most bytes that are kept, about; compressed, a policy takes some 10 KB. */
  static final long MAX_BYTES = 32L << 20;

  private static final float LOAD = 0.75f;

  private final Map<ContentKey, Canonical> entries = new LinkedHashMap<>(64, LOAD, true);
  private final int maxEntries;
  private final long maxBytes;
  private long bytes;

  /** A cache of the usual size. */
  public CanonicalCache() {
    this(MAX_ENTRIES, MAX_BYTES);
  }

  CanonicalCache(int maxEntries, long maxBytes) {
    this.maxEntries = maxEntries;
    this.maxBytes = maxBytes;
  }

  /** What became of this content, if it is still known. */
  public Optional<Canonical> get(ContentKey key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Keeps what became of this content. */
  public void put(ContentKey key, Canonical canonical) {
    Canonical before = entries.put(key, canonical);
    bytes += canonical.size() - (before == null ? 0 : before.size());
    Iterator<Canonical> eldest = entries.values().iterator();
    while (bytes > maxBytes || entries.size() > maxEntries) {
      bytes -= eldest.next().size();
      eldest.remove();
    }
  }

  int entries() {
    return entries.size();
  }

  long bytes() {
    return bytes;
  }
}

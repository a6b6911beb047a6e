package io.clausestream.connector.history;

import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

/** An archive whose captures are listed when it is opened. */
abstract class ListedArchive<E extends CaptureEntry> implements Archive {

  private final Path location;
  private final List<E> entries;
  private final Map<SkipCause, Long> skipped;

  /** Takes the list and sorts it, still without breaking ties. */
  ListedArchive(Path location, List<E> entries, Map<SkipCause, Long> skipped) {
    this.location = location;
    this.entries = entries;
    this.skipped = skipped.isEmpty() ? Map.of() : new EnumMap<>(skipped);
    entries.sort(CaptureEntry.ORDER);
  }

  /** A new reader of bodies, for one thread. */
  abstract PageReader<E> openReader() throws IOException;

  /** Orders captures of one document at one time by fetchId; reads only their bodies. */
  final void breakTies() throws IOException {
    for (int i = 0; i < entries.size(); ) {
      int end = endOfRun(i);
      if (end - i > 1) {
        sortByFetchId(entries.subList(i, end));
      }
      i = end;
    }
  }

  private int endOfRun(int start) {
    int end = start + 1;
    while (end < entries.size()
        && CaptureEntry.ORDER.compare(entries.get(start), entries.get(end)) == 0) {
      end++;
    }
    return end;
  }

  private void sortByFetchId(List<E> run) throws IOException {
    record Keyed<E>(String fetchId, E entry) {}
    List<Keyed<E>> keyed = new ArrayList<>();
    try (PageReader<E> reader = openReader()) {
      for (E entry : run) {
        keyed.add(
            new Keyed<>(reader.read(entry, Origin.UNKNOWN, KnownBodies.NONE).getFetchId(), entry));
      }
    }
    keyed.sort(Comparator.comparing(Keyed::fetchId));
    for (int i = 0; i < keyed.size(); i++) {
      run.set(i, keyed.get(i).entry());
    }
  }

  @Override
  public Path location() {
    return location;
  }

  @Override
  public ArchiveCounts counts() {
    return counts(CaptureFilter.ALL);
  }

  @Override
  public Optional<Instant> lastFetchedAt() {
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(Instant.ofEpochMilli(entries.get(entries.size() - 1).fetchedAtMillis()));
  }

  @Override
  public ArchiveCounts counts(CaptureFilter filter) {
    Map<String, Long> byPlatform = new TreeMap<>();
    long captures = 0;
    for (E entry : entries) {
      if (filter.takes(entry)) {
        byPlatform.merge(entry.document().platform(), 1L, Long::sum);
        captures++;
      }
    }
    return new ArchiveCounts(captures, byPlatform, skipped);
  }

  @Override
  public CaptureIterator captures(
      CaptureFilter filter, Origin origin, CapturePosition from, KnownBodies known)
      throws IOException {
    return new Reading(openReader(), filter, origin, known, indexAfter(filter, from));
  }

  private int indexAfter(CaptureFilter filter, CapturePosition from) throws IOException {
    if (from.read() == 0) {
      return 0;
    }
    long seen = 0;
    for (int i = 0; i < entries.size(); i++) {
      if (filter.takes(entries.get(i)) && ++seen == from.read()) {
        if (entries.get(i).fetchedAtMillis() == from.lastFetchedAtMillis()) {
          return i + 1;
        }
        break;
      }
    }
    throw new IOException(
        ("The archive %s is not the one that was read before: its capture number %d of %s is gone "
                + "or has another time. Restore with the same archive, or start without state.")
            .formatted(location, from.read(), filter));
  }

  /** Reads one body at a time. */
  private final class Reading implements CaptureIterator {
    private final PageReader<E> reader;
    private final CaptureFilter filter;
    private final Origin origin;
    private final KnownBodies known;
    private int next;

    Reading(
        PageReader<E> reader, CaptureFilter filter, Origin origin, KnownBodies known, int next) {
      this.reader = reader;
      this.filter = filter;
      this.origin = origin;
      this.known = known;
      this.next = next;
    }

    @Override
    public boolean hasNext() {
      while (next < entries.size() && !filter.takes(entries.get(next))) {
        next++;
      }
      return next < entries.size();
    }

    @Override
    public FetchedPage next() {
      if (!hasNext()) {
        throw new NoSuchElementException("No capture is left in " + location + ".");
      }
      return reader.read(entries.get(next++), origin, known);
    }

    @Override
    public void close() {
      try {
        reader.close();
      } catch (IOException e) {
        throw new UncheckedIOException("Could not close a reader of " + location + ".", e);
      }
    }
  }
}

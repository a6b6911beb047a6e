package io.clausestream.pipeline.cache;

import io.clausestream.schema.FetchedPage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A store that is open in one subtask. What it fails on is a failure of the run, not of a page: the
 * bodies of known pages were not read, so nothing can be made in their place.
 */
public final class CanonicalStoreAccess implements Closeable {

  private final CanonicalStore store;
  private final List<FileChannel> files = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private @Nullable SegmentWriter writer;

  private record Place(FileChannel file, Segment.Slot slot) {}

  CanonicalStoreAccess(CanonicalStore store) throws IOException {
    this.store = store;
    try {
      for (String segment : store.segments()) {
        Path path = store.path(segment);
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        files.add(file);
        Segment.index(path).forEach((key, slot) -> places.put(key, new Place(file, slot)));
      }
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** Opens a store for a subtask; the caller closes it. */
  public static CanonicalStoreAccess open(CanonicalStore store) throws IOException {
    return store.open();
  }

  /**
   * What became of a capture before, if the store holds it.
   *
   * @throws StoreFailure if the store was changed while it was open
   */
  public Optional<Canonical> get(FetchedPage page) {
    String key = StoreKey.of(page);
    Place place = key == null ? null : places.get(key);
    if (place == null) {
      return Optional.empty();
    }
    try {
      ByteBuffer content = ByteBuffer.allocate(place.slot().length());
      Segment.read(place.file(), content, place.slot().offset());
      return Optional.of(CanonicalCodec.decode(content.array()));
    } catch (IOException | IllegalArgumentException e) {
      throw new StoreFailure(store, e);
    }
  }

  /**
   * Tells that an archive left out a body whose content is not here.
   *
   * @param place where the archive keeps it
   */
  public StoreFailure lacks(String place) {
    return new StoreFailure(store, new IOException("it lacks " + place));
  }

  /**
   * Adds what became of a capture.
   *
   * @throws StoreFailure if it cannot be written
   */
  public void put(FetchedPage page, String bodySha256, Canonical canonical) {
    String key = StoreKey.of(page);
    if (key == null || places.containsKey(key)) {
      return;
    }
    try {
      if (writer == null) {
        writer = new SegmentWriter(Path.of(store.folder()), store.fingerprint());
      }
      if (!writer.has(key)) {
        writer.add(key, bodySha256, CanonicalCodec.encode(canonical));
      }
    } catch (IOException e) {
      throw new StoreFailure(store, e);
    }
  }

  /** Ends the segment that was written, and closes the files. */
  @Override
  public void close() throws IOException {
    for (FileChannel file : files) {
      file.close();
    }
    if (writer != null) {
      writer.close();
      writer = null;
    }
  }
}

package io.clausestream.pipeline.cache;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Canonical content of the captures of archives, kept in a folder from one replay to the next: what
 * a run makes is a new segment there, written whole or not at all. Content of other code (see
 * {@link EngineFingerprint}) stands in another folder beside and is never read. Runs may share a
 * folder; a run reads the segments that were there when it began, and adds what they lack.
 *
 * @param folder the segments of this engine
 * @param segments names of those that are read
 * @param fingerprint of this engine
 */
public record CanonicalStore(String folder, ArrayList<String> segments, String fingerprint)
    implements Serializable {

  /** Digits of the fingerprint that name a folder; the segments hold all of it. */
  static final int FOLDER_DIGITS = 16;

  /**
   * The store in a folder, which is made when it is not there. A segment that is damaged, or no
   * segment, is thrown away, so that its content is made and written again; so is what other builds
   * and broken runs left and nobody used for a day.
   *
   * @param now the time of the edge, for how long something was not used
   * @param warnings hears of each in one line
   * @throws IOException if the folder cannot be read or written
   */
  public static CanonicalStore in(Path folder, Instant now, Consumer<String> warnings)
      throws IOException {
    String fingerprint = EngineFingerprint.current();
    Path own = folder.toAbsolutePath().resolve(fingerprint.substring(0, FOLDER_DIGITS));
    Files.createDirectories(own);
    StaleSegments.delete(own.getParent(), own, now, warnings);
    ArrayList<String> whole = new ArrayList<>();
    for (Path file : files(own)) {
      try {
        Segment.check(file, fingerprint);
        whole.add(file.getFileName().toString());
      } catch (IOException e) {
        warnings.accept(
            "'"
                + file
                + "' is no cache of canonical pages: "
                + e.getMessage()
                + ". It is thrown away, and its pages are read again.");
        Files.deleteIfExists(file);
      }
    }
    return new CanonicalStore(own.toString(), whole, fingerprint);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(Segment.WHOLE)).sorted().toList();
    }
  }

  /**
   * How many captures' content it holds.
   *
   * @throws IOException if a segment cannot be read
   */
  public int size() throws IOException {
    Set<String> keys = new HashSet<>();
    for (String segment : segments) {
      keys.addAll(Segment.index(path(segment)).keySet());
    }
    return keys.size();
  }

  /**
   * The hashes of the bodies whose content it holds.
   *
   * @throws IOException if a segment cannot be read
   */
  public Bodies bodies() throws IOException {
    Map<String, String> bodies = new HashMap<>();
    for (String segment : segments) {
      Segment.index(path(segment)).forEach((key, slot) -> bodies.put(key, slot.bodySha256()));
    }
    return new Bodies(bodies);
  }

  /** Opens it for reading and adding; the caller closes it. */
  CanonicalStoreAccess open() throws IOException {
    return new CanonicalStoreAccess(this);
  }

  Path path(String segment) {
    return Path.of(folder, segment);
  }

  /** Which bodies need not be read. Immutable. */
  public static final class Bodies {

    private final Map<String, String> bodies;

    private Bodies(Map<String, String> bodies) {
      this.bodies = bodies;
    }

    /**
     * SHA-256 of a body whose content the store holds; null when it holds none.
     *
     * @param place where the archive keeps the body
     * @param contentType content type of the capture
     */
    public @Nullable String sha256(String place, @Nullable String contentType) {
      return bodies.get(StoreKey.of(place, contentType));
    }
  }
}

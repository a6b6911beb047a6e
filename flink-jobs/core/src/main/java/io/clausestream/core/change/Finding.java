package io.clausestream.core.change;

import io.clausestream.core.canonical.Block;
import io.clausestream.core.diff.Hunk;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.provision.ProvisionChange;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is found out about a fetch. Every fetch gets exactly one of {@link Verified}, {@link
 * Suppressed} and {@link Changed}, at once or when what it waits for has come; {@link
 * HealthChanged} and {@link CategoriesRead} come beside.
 */
public sealed interface Finding {

  /** The fetch that it is about. */
  PageRef ref();

  /** When it was sure, in the time of the fetches. */
  Instant detectedAt();

  /**
   * The text stands as it was, or was seen for the first time.
   *
   * @param first whether it is the first accepted capture of the document
   * @param version the version in force
   * @param bodyHash SHA-256 of the fetch's body; empty when nothing was sent
   */
  record Verified(PageRef ref, boolean first, AcceptedVersion version, Optional<String> bodyHash)
      implements Finding {
    @Override
    public Instant detectedAt() {
      return ref.fetchedAt();
    }
  }

  /**
   * A fetch that does not alert.
   *
   * @param cause which verdict it got
   * @param kind what the difference is, where texts were compared
   * @param reason code of the reason
   * @param detail the reason in one sentence
   * @param hunks blocks that differ and were not alerted
   * @param previousText SHA-256 of the text in force, if there was one
   * @param text SHA-256 of the fetch's text, if it has one
   * @param bodyHash SHA-256 of the fetch's body, if it has one
   */
  record Suppressed(
      PageRef ref,
      Cause cause,
      Optional<ChangeKind> kind,
      String reason,
      String detail,
      List<Hunk> hunks,
      Optional<String> previousText,
      Optional<String> text,
      Optional<String> bodyHash,
      Instant detectedAt)
      implements Finding {

    /** Which verdict a fetch that does not alert got. */
    public enum Cause {
      /** The text differs, but the difference does not alert. */
      SUPPRESSED,
      /** The capture does not show the document. */
      BAD_CAPTURE,
      /** The same fetch was handled before. */
      DUPLICATE,
      /** Older than what was already decided for the document. */
      LATE
    }
  }

  /**
   * The document changed.
   *
   * @param ref the first fetch that holds the new text
   * @param previous the version that was in force before
   * @param current the version that is in force now
   * @param hunks the blocks that carry the change
   * @param provisions the provisions that these blocks touch; each block is told with one of them
   * @param before the text that was in force
   * @param after the text that is in force now
   * @param language code of the language that it is written in
   */
  record Changed(
      PageRef ref,
      AcceptedVersion previous,
      AcceptedVersion current,
      List<Hunk> hunks,
      List<ProvisionChange> provisions,
      List<Block> before,
      List<Block> after,
      String language,
      Instant detectedAt)
      implements Finding {}

  /**
   * A text came into force that holds other categories than the one before, or that other rules
   * read them in.
   *
   * @param differences by category, whether the document holds it now (1) or no more (-1); 0 for a
   *     category in which the document is only counted from now on
   */
  record CategoriesRead(PageRef ref, Map<String, Integer> differences, Instant detectedAt)
      implements Finding {

    /** Copies the map, in the order of the categories. */
    public CategoriesRead {
      differences = Collections.unmodifiableMap(new TreeMap<>(differences));
    }
  }

  /**
   * The health of the document's source changed.
   *
   * @param healthId stable id
   * @param status what it became
   * @param badCaptures bad captures in a row
   * @param evidence what the last of them showed; empty on recovery
   * @param since when the first of them was fetched
   */
  record HealthChanged(
      PageRef ref,
      String healthId,
      Status status,
      int badCaptures,
      List<String> evidence,
      Instant since)
      implements Finding {

    /** What the health became. */
    public enum Status {
      /** Bad captures in a row reached the limit. */
      UNAVAILABLE,
      /** The first good capture after that. */
      RECOVERED
    }

    @Override
    public Instant detectedAt() {
      return ref.fetchedAt();
    }
  }
}

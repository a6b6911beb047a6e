package io.clausestream.pipeline.operator;

import io.clausestream.core.alert.ToldChange;
import io.clausestream.core.subscription.ChangeFacts;
import io.clausestream.pipeline.wire.ChangeFactsMapper;
import io.clausestream.pipeline.wire.FactsMapper;
import io.clausestream.pipeline.wire.PackedChange;
import io.clausestream.schema.PageChange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;

/**
 * Reads packed changes, each once for all subscribers and buckets of a subtask: on a cold start
 * very many subscribers come after the same changes. What decides who hears of a change is small
 * and kept for {@value #MOST_FACTS} changes and provisions of them, the records as far as {@value
 * #MOST_BYTES} bytes go; the bytes are those before they were packed, as a record that says the
 * same again and again packs very small. One thread.
 */
final class ChangeReader {

  private static final long MOST_FACTS = 32_768;
  private static final long MOST_BYTES = 32 << 20;

  private final PackedChange packer = new PackedChange();
  private final Lately<Key, ChangeFacts> facts = new Lately<>(MOST_FACTS);
  private final Lately<Key, PageChange> changes = new Lately<>(MOST_BYTES);
  private long decoded;

  /** A change may be assessed anew under the same id. */
  private record Key(String changeId, int packed) {

    static Key of(String changeId, byte[] packed) {
      return new Key(changeId, Arrays.hashCode(packed));
    }
  }

  /** A change that was never matched. */
  ChangeInHand read(String changeId, byte[] packed) {
    PageChange change = change(changeId, packed);
    return inHand(changeId, change.getDetectedAt(), FactsMapper.toCore(change), packed);
  }

  /**
   * A change that was matched before.
   *
   * @param told ids of what it tells
   */
  ChangeInHand inHand(String changeId, Instant detectedAt, Set<String> told, byte[] packed) {
    return new ChangeInHand(
        facts(changeId, packed),
        new ToldChange(changeId, detectedAt, told),
        () -> change(changeId, packed));
  }

  /** The record of a change. */
  PageChange change(String changeId, byte[] packed) {
    return changes.get(
        Key.of(changeId, packed), change -> PackedChange.size(packed), () -> unpack(packed));
  }

  /** How many records were decoded. */
  long decoded() {
    return decoded;
  }

  private ChangeFacts facts(String changeId, byte[] packed) {
    return facts.get(
        Key.of(changeId, packed),
        known -> 1 + known.provisions().size(),
        () -> ChangeFactsMapper.toCore(change(changeId, packed)));
  }

  private PageChange unpack(byte[] packed) {
    decoded++;
    return packer.unpack(packed);
  }
}

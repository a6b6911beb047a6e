package io.clausestream.cli.feed;

import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads the topics of verdicts from the moment it was made. One thread; the caller closes it. */
final class VerdictReader implements AutoCloseable {

  private final TopicReader<PageChange> changes;
  private final TopicReader<PageVerification> verifications;
  private final TopicReader<Suppression> suppressions;
  private final TopicReader<DeadLetter> deadLetters;
  private @Nullable Verdict found;

  VerdictReader(KafkaConnection broker) {
    this.changes = TopicReader.fromEnd(broker, TopicCatalogue.PAGE_CHANGES, PageChange.class);
    this.verifications =
        TopicReader.fromEnd(broker, TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class);
    this.suppressions = TopicReader.fromEnd(broker, TopicCatalogue.SUPPRESSIONS, Suppression.class);
    this.deadLetters = TopicReader.fromEnd(broker, TopicCatalogue.DEAD_LETTERS, DeadLetter.class);
  }

  /**
   * Waits for the verdict on a fetch.
   *
   * @param place where its record stands, by which a dead letter names it
   * @return empty when the time is up
   */
  Optional<Verdict> await(
      String fetchId, RecordMetadata place, Duration patience, InstantSource clock) {
    Instant giveUp = clock.instant().plus(patience);
    while (found == null && clock.instant().isBefore(giveUp)) {
      poll(fetchId, place);
    }
    return Optional.ofNullable(found);
  }

  private void poll(String fetchId, RecordMetadata place) {
    changes.poll(c -> take(c.getFetchId().equals(fetchId), Verdict.of(c)));
    verifications.poll(v -> take(v.getFetchId().equals(fetchId), Verdict.of(v)));
    suppressions.poll(s -> take(s.getFetchId().equals(fetchId), Verdict.of(s)));
    deadLetters.poll(d -> take(isAt(d, place), Verdict.of(d)));
  }

  private void take(boolean isOurs, Verdict verdict) {
    if (isOurs) {
      found = verdict;
    }
  }

  private static boolean isAt(DeadLetter letter, RecordMetadata place) {
    return place.topic().equals(letter.getTopic())
        && Integer.valueOf(place.partition()).equals(letter.getPartition())
        && Long.valueOf(place.offset()).equals(letter.getOffset());
  }

  @Override
  public void close() {
    changes.close();
    verifications.close();
    suppressions.close();
    deadLetters.close();
  }
}

package io.clausestream.cli.up;

import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.PageChange;
import io.clausestream.schema.PageVerification;
import io.clausestream.schema.Suppression;
import io.clausestream.schema.VerificationStatus;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what became of some fetches, by the topics of verdicts. One thread. */
final class Verdicts implements AutoCloseable {

  private final Set<String> fetchIds;
  private final Set<String> judged = new HashSet<>();
  private final Map<String, Integer> suppressed = new TreeMap<>();
  private final TopicReader<PageChange> changes;
  private final TopicReader<PageVerification> verifications;
  private final TopicReader<Suppression> suppressions;
  private final TopicReader<DeadLetter> deadLetters;
  private int changed;
  private int first;
  private int unchanged;
  private int dead;

  /** A count that begins with the first records of the topics. */
  Verdicts(KafkaConnection broker, Set<String> fetchIds) {
    this.fetchIds = Set.copyOf(fetchIds);
    this.changes = TopicReader.fromBeginning(broker, TopicCatalogue.PAGE_CHANGES, PageChange.class);
    this.verifications =
        TopicReader.fromBeginning(
            broker, TopicCatalogue.PAGE_VERIFICATIONS, PageVerification.class);
    this.suppressions =
        TopicReader.fromBeginning(broker, TopicCatalogue.SUPPRESSIONS, Suppression.class);
    this.deadLetters =
        TopicReader.fromBeginning(broker, TopicCatalogue.DEAD_LETTERS, DeadLetter.class);
  }

  /** Reads on to the ends of the topics. */
  void update() {
    changes.readToEnd(change -> changed += isNew(change.getFetchId()) ? 1 : 0);
    verifications.readToEnd(this::verified);
    suppressions.readToEnd(this::suppressed);
    deadLetters.readToEnd(letter -> dead++);
  }

  /** How many of the fetches have a verdict. */
  int judged() {
    return judged.size() + dead;
  }

  /** Whether all of the fetches have one. */
  boolean isComplete() {
    return judged() >= fetchIds.size();
  }

  /** The counts in one sentence. */
  String sentence() {
    String reasons =
        suppressed.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    int noise = suppressed.values().stream().mapToInt(Integer::intValue).sum();
    int waiting = Math.max(0, fetchIds.size() - judged());
    return fetchIds.size()
        + " fetches: "
        + changed
        + " changed, "
        + first
        + " seen for the first time, "
        + unchanged
        + " unchanged, "
        + noise
        + " suppressed"
        + (noise == 0 ? "" : " (" + reasons + ")")
        + (dead == 0 ? "" : ", " + dead + " dead letters")
        + (waiting == 0 ? "" : ", " + waiting + " waiting for the next fetch");
  }

  @Override
  public void close() {
    changes.close();
    verifications.close();
    suppressions.close();
    deadLetters.close();
  }

  private void verified(PageVerification verification) {
    if (isNew(verification.getFetchId())) {
      if (verification.getStatus() == VerificationStatus.FIRST) {
        first++;
      } else {
        unchanged++;
      }
    }
  }

  private void suppressed(Suppression suppression) {
    if (isNew(suppression.getFetchId())) {
      suppressed.merge(suppression.getReason(), 1, Integer::sum);
    }
  }

  private boolean isNew(String fetchId) {
    return fetchIds.contains(fetchId) && judged.add(fetchId);
  }
}

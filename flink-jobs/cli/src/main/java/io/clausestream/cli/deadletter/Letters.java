package io.clausestream.cli.deadletter;

import io.clausestream.cli.UserMistake;
import io.clausestream.cli.broker.BrokerOptions;
import io.clausestream.cli.broker.TopicReader;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicDifference;
import io.clausestream.schema.DeadLetter;
import io.clausestream.schema.Redrive;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The dead letters of a broker, and which of them were sent again. One thread. */
final class Letters {

  private final KafkaConnection connection;
  private final Map<String, Redrive> redriven = new HashMap<>();

  private Letters(KafkaConnection connection) {
    this.connection = connection;
  }

  /**
   * Those of the broker that the options name.
   *
   * @throws UserMistake when it does not answer or has no dead letters
   */
  static Letters of(BrokerOptions broker) {
    Letters letters = new Letters(broker.connect(TopicCatalogue.DEAD_LETTERS));
    List<TopicDifference> differences =
        broker.ask(letters.connection, admin -> admin.check(List.of(TopicCatalogue.REDRIVES)));
    // A broker that an older release set up has no such topic, and so no letter was sent again.
    if (differences.stream().noneMatch(d -> d.kind() == TopicDifference.Kind.MISSING)) {
      letters.readRedrives();
    }
    return letters;
  }

  KafkaConnection connection() {
    return connection;
  }

  /** Hands over each letter once, oldest first. */
  void forEach(Consumer<DeadLetter> out) {
    Set<String> seen = new HashSet<>();
    try (TopicReader<DeadLetter> reader =
        TopicReader.fromBeginning(connection, TopicCatalogue.DEAD_LETTERS, DeadLetter.class)) {
      reader.readToEnd(
          letter -> {
            if (seen.add(letter.getDeadLetterId())) {
              out.accept(letter);
            }
          });
    }
  }

  /** How often a letter was sent again. */
  int attempts(DeadLetter letter) {
    Redrive last = redriven.get(letter.getDeadLetterId());
    return last == null ? 0 : last.getAttempt();
  }

  /** When a letter was last sent again, for people; empty when it never was. */
  String redrivenAt(DeadLetter letter) {
    Redrive last = redriven.get(letter.getDeadLetterId());
    return last == null ? "" : last.getRedrivenAt().toString();
  }

  private void readRedrives() {
    try (TopicReader<Redrive> reader =
        TopicReader.fromBeginning(connection, TopicCatalogue.REDRIVES, Redrive.class)) {
      reader.readToEnd(redrive -> redriven.put(redrive.getDeadLetterId(), redrive));
    }
  }

  /** The full ids of letters that are named by their beginnings. */
  Set<String> resolve(List<String> beginnings) {
    Map<String, Set<String>> found = new HashMap<>();
    beginnings.forEach(beginning -> found.put(beginning, new HashSet<>()));
    forEach(
        letter ->
            found.forEach(
                (beginning, ids) -> {
                  if (letter.getDeadLetterId().startsWith(beginning)) {
                    ids.add(letter.getDeadLetterId());
                  }
                }));
    Set<String> all = new HashSet<>();
    found.forEach((beginning, ids) -> all.add(only(beginning, ids)));
    return all;
  }

  private static String only(String beginning, Set<String> ids) {
    if (ids.size() == 1) {
      return ids.iterator().next();
    }
    throw new UserMistake(
        ids.isEmpty()
            ? "There is no dead letter '"
                + beginning
                + "': 'clausestream dead-letters list' shows those that there are."
            : "'" + beginning + "' is the beginning of " + ids.size() + " ids: write more of it.");
  }
}

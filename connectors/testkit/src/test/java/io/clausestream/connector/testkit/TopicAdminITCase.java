package io.clausestream.connector.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clausestream.connector.kafka.BrokerUnavailableException;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicAdmin;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.connector.kafka.TopicDifference;
import io.clausestream.connector.kafka.TopicDifference.Kind;
import io.clausestream.connector.kafka.TopicSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TopicAdminITCase {

  private static TopicAdmin admin;

  @BeforeAll
  static void open() {
    admin = TopicAdmin.open(SharedBroker.get().connection());
  }

  @AfterAll
  static void close() {
    admin.close();
  }

  @Test
  void createsTheWholeCatalogueAndThenHasNothingToDo() {
    List<TopicSpec> own =
        TopicCatalogue.all().stream().map(t -> t.withName(Topics.unique(t.name()))).toList();
    assertThat(admin.check(own)).extracting(TopicDifference::kind).containsOnly(Kind.MISSING);

    assertThat(new TreeSet<>(admin.create(own)))
        .isEqualTo(new TreeSet<>(own.stream().map(TopicSpec::name).toList()));

    assertThat(admin.check(own)).isEmpty();
    assertThat(admin.create(own)).isEmpty();
  }

  @Test
  void tellsWhatDiffers() {
    String name = Topics.create(SharedBroker.get().connection(), TopicCatalogue.ALERTS);
    TopicSpec other =
        new TopicSpec(
            name,
            "subscriberId",
            "Alert",
            3,
            Optional.of(Duration.ofDays(1)),
            TopicSpec.CleanupPolicy.COMPACT,
            Duration.ZERO,
            TopicCatalogue.ALERTS.maxMessageBytes(),
            "As someone else would have it.");
    assertThat(admin.check(List.of(other)))
        .extracting(TopicDifference::message)
        .containsExactly(
            "Topic "
                + name
                + " has 8 partitions, the catalogue 3: keep them once it holds records, for a"
                + " change moves keys.",
            "Topic " + name + " has cleanup.policy=delete, the catalogue compact: alter the topic.",
            "Topic "
                + name
                + " has max.compaction.lag.ms=9223372036854775807, the catalogue 604800000: alter the"
                + " topic.",
            "Topic " + name + " has retention.ms=-1, the catalogue 86400000: alter the topic.");
  }

  @Test
  void saysInOneLineThatNoBrokerIsThere() {
    KafkaConnection nowhere = KafkaConnection.of("127.0.0.1:1");
    try (TopicAdmin lost = TopicAdmin.open(nowhere, Duration.ofMillis(500))) {
      assertThatThrownBy(lost::check)
          .isInstanceOf(BrokerUnavailableException.class)
          .hasMessage(
              "No Kafka broker answered at 127.0.0.1:1 within 500 ms: start it, or correct the"
                  + " bootstrap servers or security properties.");
    }
  }

  @Test
  void saysInOneLineThatNoHostHasThatName() {
    assertThatThrownBy(() -> TopicAdmin.open(KafkaConnection.of("no-such-host.invalid:9092")))
        .isInstanceOf(BrokerUnavailableException.class)
        .hasMessageContaining("no-such-host.invalid:9092, for no host of that name is known");
  }
}

package io.clausestream.pipeline.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.pipeline.options.KafkaOptions;
import io.clausestream.pipeline.options.MetricsOptions;
import io.clausestream.pipeline.options.SubscriptionOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.junit.jupiter.api.Test;

class KnownOptionsTest {

  private static final KnownOptions KNOWN = KnownOptions.shipped();

  @Test
  void everyClassOfOptionsIsFoundByItself() {
    assertThat(KNOWN.all())
        .extracting(KnownOption::owner)
        .contains(KafkaOptions.class, SubscriptionOptions.class, MetricsOptions.class);
    assertThat(KNOWN.all())
        .extracting(KnownOption::key)
        .isSorted()
        .contains(
            KafkaOptions.PROPERTIES.key(),
            KafkaOptions.TRANSACTION_TIMEOUT.key(),
            SubscriptionOptions.PLANS_FILE.key());
  }

  @Test
  void everyOptionHasItsOwnKeyItsStagesPrefixAndADescription() {
    assertThat(OptionRules.problems(KNOWN.all())).isEmpty();
  }

  @Test
  void anOptionThatBreaksARuleIsNamed() {
    List<KnownOption> wrong =
        Stream.of(QualityOptions.class, FunnyOptions.class)
            .flatMap(owner -> Stream.of(owner.getDeclaredFields()))
            .filter(field -> field.getType() == ConfigOption.class)
            .map(KnownOption::of)
            .toList();

    assertThat(OptionRules.problems(wrong))
        .containsExactlyInAnyOrder(
            "no description of clausestream.quality.undocumented",
            "wrong prefix clausestream.qualities.limit",
            "duplicate key clausestream.quality.limit",
            "ambiguous variable CLAUSESTREAM_QUALITY_A_B",
            "ambiguous variable CLAUSESTREAM_QUALITY_EXTRA_LIMIT",
            "no stage: FunnyOptions");
  }

  @Test
  void aVariableIsTheKeyInCapitalsWithUnderscores() {
    assertThat(KNOWN.keyOf("CLAUSESTREAM_KAFKA_BOOTSTRAP_SERVERS"))
        .isEqualTo(Optional.of("clausestream.kafka.bootstrap-servers"));
    assertThat(KNOWN.keyOf("CLAUSESTREAM_KAFKA_PROPERTIES_SECURITY_PROTOCOL"))
        .isEqualTo(Optional.of("clausestream.kafka.properties.security.protocol"));
    assertThat(KNOWN.keyOf("CLAUSESTREAM_KAFKA")).isEmpty();
    for (KnownOption option : KNOWN.all()) {
      assertThat(KNOWN.keyOf(option.variable())).isEqualTo(Optional.of(option.key()));
    }
  }

  @Test
  void valuesReadAsAnOperatorWritesThem() {
    KnownOption timeout = KNOWN.ofKey(KafkaOptions.TRANSACTION_TIMEOUT.key()).orElseThrow();
    assertThat(timeout.defaultText()).isEqualTo("7 d");
    assertThat(timeout.typeName()).isEqualTo("duration");
    KnownOption guarantee = KNOWN.ofKey(KafkaOptions.DELIVERY_GUARANTEE.key()).orElseThrow();
    assertThat(guarantee.defaultText()).isEqualTo("exactly-once");
    assertThat(guarantee.typeName()).isEqualTo("exactly-once, at-least-once, none");
  }

  /** Options as they must not be. */
  static final class QualityOptions {
    static final ConfigOption<String> UNDOCUMENTED =
        ConfigOptions.key("clausestream.quality.undocumented").stringType().noDefaultValue();
    static final ConfigOption<Integer> ELSEWHERE =
        ConfigOptions.key("clausestream.qualities.limit")
            .intType()
            .defaultValue(1)
            .withDescription("Below another word.");
    static final ConfigOption<Integer> LIMIT =
        ConfigOptions.key("clausestream.quality.limit")
            .intType()
            .defaultValue(1)
            .withDescription("A limit.");
    static final ConfigOption<Duration> LIMIT_AGAIN =
        ConfigOptions.key("clausestream.quality.limit")
            .durationType()
            .defaultValue(Duration.ZERO)
            .withDescription("Another limit.");
    static final ConfigOption<String> DASH =
        ConfigOptions.key("clausestream.quality.a-b")
            .stringType()
            .noDefaultValue()
            .withDescription("With a dash.");
    static final ConfigOption<String> DOT =
        ConfigOptions.key("clausestream.quality.a.b")
            .stringType()
            .noDefaultValue()
            .withDescription("With a dot.");
    static final ConfigOption<Map<String, String>> EXTRA =
        ConfigOptions.key("clausestream.quality.extra")
            .mapType()
            .defaultValue(Map.of())
            .withDescription("Entries.");
    static final ConfigOption<String> EXTRA_LIMIT =
        ConfigOptions.key("clausestream.quality.extra-limit")
            .stringType()
            .noDefaultValue()
            .withDescription("Looks like an entry.");

    private QualityOptions() {}
  }

  /** Options of no stage. */
  static final class FunnyOptions {
    static final ConfigOption<String> JOKE =
        ConfigOptions.key("clausestream.funny.joke")
            .stringType()
            .noDefaultValue()
            .withDescription("Nobody needs it.");

    private FunnyOptions() {}
  }
}

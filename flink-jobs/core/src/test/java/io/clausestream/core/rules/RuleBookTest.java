package io.clausestream.core.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.rules.RuleBook.Version;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RuleBookTest {

  private static final Instant T = Instant.parse("2026-03-02T06:00:00Z");

  private final RuleSet first = rules("1", Instant.EPOCH);
  private final Version second = Version.of(rules("2", T));
  private final Version third = Version.of(rules("3", T.plusSeconds(60)));

  @Test
  void theNewestInEffectHolds() {
    RuleBook book = RuleBook.of(first).with(third).with(second);

    assertThat(book.at(Instant.MIN).rules().get()).isEqualTo(first);
    assertThat(book.at(T.minusMillis(1)).name()).isEqualTo("1");
    assertThat(book.at(T)).isEqualTo(second);
    assertThat(book.at(T.plusSeconds(59))).isEqualTo(second);
    assertThat(book.at(Instant.MAX)).isEqualTo(third);
  }

  @Test
  void aVersionComesOnce() {
    assertThat(RuleBook.of(first).with(second).with(second).versions()).hasSize(2);
  }

  private static RuleSet rules(String version, Instant from) {
    return RuleFile.read(SampleRules.version(version, from)).orThrow();
  }
}

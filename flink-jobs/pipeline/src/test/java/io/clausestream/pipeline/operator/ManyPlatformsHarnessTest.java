package io.clausestream.pipeline.operator;

import static io.clausestream.connector.testkit.Instants.MONDAY_0600;
import static io.clausestream.connector.testkit.Instants.MONDAY_1200;
import static io.clausestream.pipeline.operator.AlertSamples.change;
import static io.clausestream.pipeline.operator.AlertSamples.forgotten;
import static io.clausestream.pipeline.operator.AlertSamples.id;
import static io.clausestream.pipeline.operator.AlertSamples.state;
import static io.clausestream.pipeline.operator.AlertSamples.subscription;
import static io.clausestream.pipeline.operator.AlertSamples.terms;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.subscription.Interest;
import io.clausestream.core.subscription.Terms;
import java.time.Duration;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A subscriber who names ever other platforms, more than are remembered of it. */
class ManyPlatformsHarnessTest {

  private static final int EACH = 5_000;
  private static final int REQUESTS = WatchPlaces.MOST / EACH;
  private static final Terms NONE =
      state(Terms.of("monitor", Interest.in(Set.of("Marrowby"))), Terms.State.CANCELLED);

  private AlertHarness job;

  @BeforeEach
  void start() throws Exception {
    job = AlertHarness.onHeap();
    for (int i = 0; i < REQUESTS; i++) {
      ask(i);
    }
  }

  @AfterEach
  void stop() {
    job.close();
  }

  @Test
  void whoCancelsHearsNoMoreOfAnyAndNothingOfItStays() throws Exception {
    job.change(change("before", platform(REQUESTS - 1), MONDAY_1200.minusMillis(1)));
    job.terms(terms(subscription("ada", MONDAY_1200, NONE, true), 100));
    for (int i = 0; i < REQUESTS; i++) {
      job.change(change("after" + i, platform(i), MONDAY_1200));
    }
    assertThat(job.alerts())
        .singleElement()
        .satisfies(alert -> assertThat(alert.getChange().getChangeId()).isEqualTo(id("before")));

    job.terms(forgotten("ada"));
    job.watermark(MONDAY_1200.plus(Duration.ofDays(30)));
    assertThat(job.routes()).isZero();
    assertThat(job.stored()).isZero();
  }

  @Test
  void whoNamesOthersHearsOfThoseAloneAndNothingOfItStays() throws Exception {
    ask(REQUESTS);
    for (int i = 0; i <= REQUESTS; i++) {
      job.change(change("after" + i, platform(i), MONDAY_1200));
    }
    assertThat(job.alerts())
        .singleElement()
        .satisfies(
            alert -> assertThat(alert.getChange().getChangeId()).isEqualTo(id("after" + REQUESTS)));

    job.terms(forgotten("ada"));
    job.watermark(MONDAY_1200.plus(Duration.ofDays(30)));
    assertThat(job.routes()).isZero();
    assertThat(job.stored()).isZero();
  }

  private void ask(int request) throws Exception {
    String[] platforms =
        IntStream.range(0, EACH).mapToObj(i -> platform(request) + i).toArray(String[]::new);
    platforms[0] = platform(request);
    job.terms(terms(subscription("ada", MONDAY_0600.plusSeconds(request), platforms), request + 1));
  }

  private static String platform(int request) {
    return "Marrowby" + request + "x";
  }
}

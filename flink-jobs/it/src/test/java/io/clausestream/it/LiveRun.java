package io.clausestream.it;

import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.Digest;
import io.clausestream.schema.FetchedPage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** One run of the whole system in this JVM, that nothing disturbs. */
public final class LiveRun {

  private LiveRun() {}

  /**
   * Feeds pages, waits for their verdicts and alerts, and answers what a reader then sees.
   *
   * @param folder an empty one
   * @param alerts how many there will be
   * @param digests how many there will be
   * @param reading of the broker
   */
  public static <T> T of(
      Path folder,
      List<FetchedPage> pages,
      long alerts,
      long digests,
      Function<KafkaConnection, T> reading)
      throws Exception {
    try (LiveSystem system = LiveSystem.start(folder, 2)) {
      system.feed(pages);
      system.awaitVerdicts(pages.size());
      LiveSystem.await(alerts + " alerts", () -> system.alerts().size() >= alerts);
      LiveSystem.await(
          digests + " digests",
          () -> system.read(TopicCatalogue.DIGESTS, Digest.class).size() >= digests);
      return reading.apply(system.connection());
    }
  }
}

package io.clausestream.cli.up;

import io.clausestream.cli.broker.TopicReader;
import io.clausestream.cli.console.Terminal;
import io.clausestream.cli.feed.PageFetchWriter;
import io.clausestream.connector.history.Archive;
import io.clausestream.connector.history.Archives;
import io.clausestream.connector.history.CaptureFilter;
import io.clausestream.connector.history.CaptureIterator;
import io.clausestream.connector.kafka.KafkaConnection;
import io.clausestream.connector.kafka.TopicCatalogue;
import io.clausestream.schema.FetchedPage;
import io.clausestream.schema.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Feeds the sample history into a folder that has not had it, and tells what became of it. Killed
 * on the way, the next start sends only what the topic lacks, in order. One thread.
 */
final class SampleFeed implements AutoCloseable {

  private static final String RESOURCES = "sample-history";

  /** So long after the last verdict, the fetches without one wait for a later fetch. */
  private static final Duration QUIET = Duration.ofSeconds(8);

  private final DataFolder folder;
  private final KafkaConnection broker;
  private final Terminal terminal;
  private final InstantSource clock;
  private @Nullable Verdicts verdicts;
  private int judged;
  private Instant lastVerdict;

  SampleFeed(DataFolder folder, KafkaConnection broker, Terminal terminal, InstantSource clock) {
    this.folder = folder;
    this.broker = broker;
    this.terminal = terminal;
    this.clock = clock;
    this.lastVerdict = clock.instant();
  }

  /** Feeds, if the folder has not been fed. */
  void begin() throws IOException {
    if (folder.isSampleSettled()) {
      terminal.out().println("Waiting for page fetches. Ctrl-C stops.");
      terminal.out().flush();
      return;
    }
    Set<String> fetchIds = feed(present());
    folder.settleSample("fed");
    verdicts = new Verdicts(broker, fetchIds);
    terminal.out().printf("Fed the sample history: %d fetches.%n%n", fetchIds.size());
    terminal.out().flush();
    lastVerdict = clock.instant();
  }

  /** Tells, once, what became of the sample when all of it has its verdict. */
  void report(AlertPrinter alerts) {
    if (verdicts == null) {
      return;
    }
    verdicts.update();
    if (verdicts.judged() > judged) {
      judged = verdicts.judged();
      lastVerdict = clock.instant();
    }
    boolean quiet = Duration.between(lastVerdict, clock.instant()).compareTo(QUIET) > 0;
    if (verdicts.isComplete() || judged > 0 && quiet) {
      finish(verdicts, alerts);
    }
  }

  @Override
  public void close() {
    if (verdicts != null) {
      verdicts.close();
      verdicts = null;
    }
  }

  private void finish(Verdicts complete, AlertPrinter alerts) {
    // Alerts are committed with the verdicts.
    while (alerts.print() > 0) {
      // Prints the rest.
    }
    terminal.out().println(complete.sentence() + ".");
    terminal
        .out()
        .printf("%d alerts are above. Waiting for page fetches. Ctrl-C stops.%n", alerts.printed());
    terminal.out().flush();
    close();
  }

  private Set<String> present() {
    Set<String> ids = new HashSet<>();
    try (TopicReader<FetchedPage> reader =
        TopicReader.fromBeginning(broker, TopicCatalogue.PAGE_FETCHES, FetchedPage.class)) {
      reader.readToEnd(page -> ids.add(page.getFetchId()));
    }
    return ids;
  }

  private Set<String> feed(Set<String> present) throws IOException {
    Set<String> all = new HashSet<>();
    try (Archive sample = Archives.open(extract());
        CaptureIterator captures = sample.captures(CaptureFilter.ALL, Origin.IMPORT);
        PageFetchWriter writer = new PageFetchWriter(broker, PageFetchWriter.IMPORT)) {
      while (captures.hasNext()) {
        FetchedPage page = captures.next();
        if (all.add(page.getFetchId()) && !present.contains(page.getFetchId())) {
          writer.send(page);
        }
      }
      writer.flush();
    }
    return all;
  }

  private Path extract() throws IOException {
    Path target = folder.sample();
    Archives.extractSample(SampleFeed.class.getClassLoader(), RESOURCES, target);
    return target;
  }
}

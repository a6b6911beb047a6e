package io.clausestream.pipeline.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.Finding;
import io.clausestream.core.change.Outline;
import io.clausestream.core.change.PlatformState;
import io.clausestream.core.change.Site;
import io.clausestream.core.page.Declaration;
import io.clausestream.core.page.FetchOutcome;
import io.clausestream.core.page.FetchedPage;
import io.clausestream.core.page.Origin;
import io.clausestream.core.page.PageRef;
import io.clausestream.core.page.RejectedPageException;
import io.clausestream.core.rules.ShippedRules;
import io.clausestream.core.severity.PageChange;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fetches of pages made to fill memory and to waste time, on a platform with as many siblings and
 * as much known furniture as it may have. Bytes are counted as a cluster keeps them. Time is that
 * of the thread, so that other work of the machine does not count, and compared within one run
 * only: judging a fetch with making it canonical, and the last tenth of the fetches of a kind with
 * the second, when the code is compiled.
 *
 * <p>A short run by itself; {@code -Padversarial} feeds 10,000 fetches and prints what it saw.
 */
@Tag("adversarial")
class AdversarialPagesHarnessTest {

  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
  private static final String DOCUMENT = "Example/Terms";

  /** Fetches of all kinds together. */
  private static final int FETCHES = Integer.getInteger("clausestream.adversarial.fetches", 400);

  private static final int SHORT_RUN = 400;

  /** What is kept of a document beside its text. */
  private static final long BESIDE_TEXT = 64 << 10;

  private static final long TIMES_TEXT = 3;

  /**
   * To judge a page costs at most so many times what it costs to read it: about 40 times where each
   * of 100 blocks differs at each fetch, 20 for the other small pages, which are read in half a
   * millisecond while their 63 siblings of 2,048 blocks are decoded and looked through.
   */
  private static final double MOST_COST = 100;

  /**
   * Judging the last fetches costs at most so many times what it cost in the second tenth of the
   * kind, beyond what the page grew by: history is bounded. Measured 0.8 to 0.9; the rest is room
   * for the compiler and the collector of a busy machine.
   */
  private static final double MOST_GROWTH = 3;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int SIBLINGS = PlatformState.MAX_OUTLINES - 1;

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final CodedPlatformState state = new CodedPlatformState();
  private final Silent silent = new Silent();
  private final List<Double> reading = new ArrayList<>();
  private final List<Double> judging = new ArrayList<>();
  private long canonicalNanos;
  private long detectNanos;
  private long mostBeside;
  private double mostTimes;
  private Instant now = START;

  @BeforeEach
  void aPlatformAsFullAsItMayBe() throws RejectedPageException {
    for (int i = 0; i < SIBLINGS; i++) {
      detect("Example/Sibling " + i, page("S", new Words(i).blocks(Outline.MAX_BLOCKS)));
    }
    List<Site.Furnishing> furniture = new ArrayList<>();
    List<Site.Told> told = new ArrayList<>();
    for (int i = 0; i < Site.MAX_FURNITURE; i++) {
      furniture.add(new Site.Furnishing(i * 0x9E3779B97F4A7C15L, START.plusSeconds(i)));
    }
    for (int i = 0; i < Site.MAX_TOLD; i++) {
      told.add(
          new Site.Told(
              "Example/Sibling " + i, "%064x".formatted(i), "%064x".formatted(i + 1), START));
    }
    List<Site.Return> returns = new ArrayList<>();
    for (int i = 0; i < Site.MAX_RETURNS; i++) {
      returns.add(new Site.Return("Example/Sibling " + i, START));
    }
    state.putSite(new Site(furniture, told, returns));
    reading.clear();
    judging.clear();
    canonicalNanos = 0;
    detectNanos = 0;
  }

  @Test
  void aPageThatAlternatesForEver() throws RejectedPageException {
    String[] pages = new String[5];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = page("Terms", new Words(i + 100).blocks(40) + "<p>We keep it for a while.</p>");
    }
    feed("alternates", share(0.44), i -> pages[i % pages.length]);
  }

  @Test
  void aPageThatGrowsAtEachFetch() throws RejectedPageException {
    StringBuilder grown = new StringBuilder();
    Words words = new Words(200);
    feed("grows", share(0.24), i -> page("Terms", grown.append(words.blocks(1)).toString()));
  }

  @Test
  void aPageThatChangesEveryBlockAtEachFetch() throws RejectedPageException {
    feed(
        "every block",
        share(0.26),
        i -> {
          StringBuilder blocks = new StringBuilder();
          for (int k = 0; k < 100; k++) {
            blocks.append("<p>").append(new Words(k).sentence()).append(" after fetch ");
            blocks.append(Words.letters(i)).append("</p>");
          }
          return page("Terms", blocks.toString());
        });
  }

  @Test
  void tenThousandHeadingsWithTheSameTextBelow() throws RejectedPageException {
    feed("headings", share(0.05), i -> page("Terms", headings(i)));
  }

  @Test
  void oneBlockOfFiveMegabytes() throws RejectedPageException {
    feed(
        "5 MB",
        share(0.01),
        i -> page("Terms", "<p>" + new Words(300).text(5_000_000, i) + "</p>"));
  }

  private static int share(double share) {
    return (int) Math.round(share * FETCHES);
  }

  /** Headings in another order at each fetch. */
  private static String headings(int fetch) {
    StringBuilder page = new StringBuilder();
    for (int k = 0; k < 10_000; k++) {
      int number = (k * 7 + fetch * 4_999) % 10_000;
      int level = 1 + number % 6;
      page.append("<h%d>Heading number %d</h%d><p>All of it.</p>".formatted(level, number, level));
    }
    return page.toString();
  }

  private void feed(String kind, int fetches, IntFunction<String> page)
      throws RejectedPageException {
    for (int i = 0; i < fetches; i++) {
      now = now.plus(Duration.ofHours(6));
      CanonicalFetch fetch = detect(DOCUMENT, page.apply(i));
      assertBytes(fetch);
    }
    assertThat(state.outlines()).hasSize(PlatformState.MAX_OUTLINES);
    assertThat(state.site().furniture()).hasSize(Site.MAX_FURNITURE);
    assertTime(kind);
  }

  private void assertBytes(CanonicalFetch fetch) {
    long text =
        Math.max(
            state.bytes(fetch.page().blocks()),
            Math.max(state.bytes(state.text(DOCUMENT)), state.bytes(state.candidate(DOCUMENT))));
    long all = state.bytes(DOCUMENT);
    mostBeside = Math.max(mostBeside, all - state.bytesOfTexts(DOCUMENT));
    mostTimes = Math.max(mostTimes, (double) state.bytesOfTexts(DOCUMENT) / text);
    assertThat(all - TIMES_TEXT * text)
        .as("bytes beside the text three times")
        .isLessThan(BESIDE_TEXT);
    assertThat(state.bytesOfSite()).as("bytes of the site").isLessThan(BESIDE_TEXT);
  }

  private CanonicalFetch detect(String documentId, String html) throws RejectedPageException {
    FetchedPage page = fetched(documentId, html);
    state.focus();
    long start = THREADS.getCurrentThreadCpuTime();
    CanonicalFetch fetch = detector.canonicalize(page);
    long canonical = THREADS.getCurrentThreadCpuTime();
    detector.detect(fetch, state, silent);
    long end = THREADS.getCurrentThreadCpuTime();
    reading.add((double) (canonical - start));
    judging.add((double) (end - canonical));
    canonicalNanos += canonical - start;
    detectNanos += end - canonical;
    return fetch;
  }

  /**
   * The first tenth warms up the machine. A page that grows costs more to judge as it costs more to
   * read. That reading becomes cheaper while its code is compiled is no growth of judging: the
   * ratio of the two alone rose fourfold on a small page for that.
   */
  private void assertTime(String kind) {
    double cost = (double) detectNanos / canonicalNanos;
    double judged = growth(judging);
    double growth = judged / Math.max(1, growth(reading));
    if (FETCHES > SHORT_RUN) {
      System.out.printf(
          Locale.ROOT,
          "%-12s %,6d fetches; judging / reading %5.1f, judging grew %5.2f times, beyond reading %5.2f;"
              + " texts kept %.2f times, %,d bytes beside, %,d of the site%n",
          kind,
          judging.size(),
          cost,
          judged,
          growth,
          mostTimes,
          mostBeside,
          state.bytesOfSite());
    }
    assertThat(cost).as("cost beside that of the canonical text").isLessThan(MOST_COST);
    assertThat(growth).as("growth of the cost with history").isLessThan(MOST_GROWTH);
  }

  /** How many times what the second tenth of some fetches cost the last tenth does. */
  private static double growth(List<Double> nanos) {
    int tenth = Math.max(1, nanos.size() / 10);
    double second = median(nanos.subList(tenth, 2 * tenth));
    return median(nanos.subList(nanos.size() - tenth, nanos.size())) / second;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private FetchedPage fetched(String documentId, String html) {
    PageRef ref =
        new PageRef(
            "%032x".formatted(now.toEpochMilli()),
            documentId,
            "Example",
            "Terms",
            URI.create("https://example.com/terms"),
            now,
            Optional.of("text/html; charset=utf-8"),
            Origin.LIVE);
    return new FetchedPage(
        ref, FetchOutcome.OK, OptionalInt.of(200), html.getBytes(UTF_8), Declaration.NONE);
  }

  private static String page(String title, String blocks) {
    return "<html><head><title>%s</title></head><body><main>%s</main></body></html>"
        .formatted(title, blocks);
  }

  /** Made-up words, the same at each run. */
  private static final class Words {

    private long seed;

    Words(long seed) {
      this.seed = seed * 0x9E3779B97F4A7C15L + 1;
    }

    private void word(StringBuilder text) {
      seed = seed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      for (long rest = (seed >>> 33) % 1_000_000; rest > 0; rest /= 26) {
        text.append((char) ('a' + rest % 26));
      }
    }

    /** A number in letters. */
    static String letters(int number) {
      return number < 26
          ? Character.toString('a' + number)
          : letters(number / 26) + letters(number % 26);
    }

    String sentence() {
      StringBuilder sentence = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        word(sentence);
        sentence.append(' ');
      }
      return sentence.append("and your data.").toString();
    }

    String blocks(int count) {
      StringBuilder blocks = new StringBuilder();
      for (int i = 0; i < count; i++) {
        blocks.append("<p>").append(sentence()).append("</p>");
      }
      return blocks.toString();
    }

    /** A text of a length of which one word in a hundred is another at each fetch. */
    String text(int length, int fetch) {
      StringBuilder text = new StringBuilder(length + 10);
      for (int i = 0; text.length() < length; i++) {
        word(text);
        text.append(i % 100 == 0 ? Character.toString('a' + fetch % 26) : "").append(' ');
      }
      return text.toString();
    }
  }

  private static final class Silent implements DetectionListener {

    @Override
    public void verified(Finding.Verified verified) {}

    @Override
    public void suppressed(Finding.Suppressed finding) {}

    @Override
    public void changed(PageChange change) {}

    @Override
    public void healthChanged(Finding.HealthChanged health) {}
  }
}

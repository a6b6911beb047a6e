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
 * as much known furniture as it may have. Bytes are counted as a cluster keeps them. Time is
 * compared within one run only: judging a fetch with making it canonical, and the last tenth of the
 * fetches of a kind with the second, when the machine is warm.
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

  /** To judge a large page costs at most so many times what it costs to read it. */
  private static final double MOST_COST = 80;

  /** Beside a page of 100 blocks, its siblings are the larger part: they have 129,024. */
  private static final double MOST_COST_OF_SIBLINGS = 300;

  /** The last fetches cost at most so many times what the second tenth of the kind cost. */
  private static final double MOST_GROWTH = 30;

  private static final int SIBLINGS = PlatformState.MAX_OUTLINES - 1;

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final CodedPlatformState state = new CodedPlatformState();
  private final Silent silent = new Silent();
  private final List<Double> costs = new ArrayList<>();
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
    costs.clear();
    canonicalNanos = 0;
    detectNanos = 0;
  }

  @Test
  void aPageThatAlternatesForEver() throws RejectedPageException {
    String[] pages = new String[5];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = page("Terms", new Words(i + 100).blocks(40) + "<p>We keep it for a while.</p>");
    }
    feed("alternates", share(0.44), MOST_COST_OF_SIBLINGS, i -> pages[i % pages.length]);
  }

  @Test
  void aPageThatGrowsAtEachFetch() throws RejectedPageException {
    StringBuilder grown = new StringBuilder();
    Words words = new Words(200);
    feed(
        "grows",
        share(0.24),
        MOST_COST_OF_SIBLINGS,
        i -> page("Terms", grown.append(words.blocks(1)).toString()));
  }

  @Test
  void aPageThatChangesEveryBlockAtEachFetch() throws RejectedPageException {
    feed(
        "every block",
        share(0.26),
        MOST_COST_OF_SIBLINGS,
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
    feed("headings", share(0.05), MOST_COST, i -> page("Terms", headings(i)));
  }

  @Test
  void oneBlockOfFiveMegabytes() throws RejectedPageException {
    feed(
        "5 MB",
        share(0.01),
        MOST_COST,
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

  private void feed(String kind, int fetches, double mostCost, IntFunction<String> page)
      throws RejectedPageException {
    for (int i = 0; i < fetches; i++) {
      now = now.plus(Duration.ofHours(6));
      CanonicalFetch fetch = detect(DOCUMENT, page.apply(i));
      assertBytes(fetch);
    }
    assertThat(state.outlines()).hasSize(PlatformState.MAX_OUTLINES);
    assertThat(state.site().furniture()).hasSize(Site.MAX_FURNITURE);
    assertTime(kind, fetches, mostCost);
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
    long start = System.nanoTime();
    CanonicalFetch fetch = detector.canonicalize(page);
    long canonical = System.nanoTime();
    detector.detect(fetch, state, silent);
    long end = System.nanoTime();
    costs.add((double) (end - canonical) / (canonical - start));
    canonicalNanos += canonical - start;
    detectNanos += end - canonical;
    return fetch;
  }

  /**
   * The first tenth warms up the machine. What a fetch costs is told by what reading it costs, as
   * pages grow.
   */
  private void assertTime(String kind, int fetches, double mostCost) {
    double cost = (double) detectNanos / canonicalNanos;
    int tenth = Math.max(1, fetches / 10);
    double first = median(costs.subList(tenth, 2 * tenth));
    double last = median(costs.subList(fetches - tenth, fetches));
    if (FETCHES > SHORT_RUN) {
      System.out.printf(
          Locale.ROOT,
          "%-12s %,6d fetches; judging / reading %5.1f, of the second tenth %5.1f, of the last %5.1f;"
              + " texts kept %.2f times, %,d bytes beside, %,d of the site%n",
          kind,
          costs.size(),
          cost,
          first,
          last,
          mostTimes,
          mostBeside,
          state.bytesOfSite());
    }
    assertThat(cost).as("cost beside that of the canonical text").isLessThan(mostCost);
    assertThat(last / first).as("growth of the cost with history").isLessThan(MOST_GROWTH);
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

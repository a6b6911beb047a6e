package io.clausestream.pipeline.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.clausestream.core.ChangeDetector;
import io.clausestream.core.DetectionListener;
import io.clausestream.core.change.CanonicalFetch;
import io.clausestream.core.change.Finding;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Fetches of pages made to fill memory and to waste time, on a platform with siblings. Bytes are
 * counted as a cluster keeps them. Time is compared within one run: with what it takes to make the
 * same pages canonical.
 */
class AdversarialPagesHarnessTest {

  private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
  private static final String DOCUMENT = "Example/Terms";

  /** What is kept of a document beside its text. */
  private static final long BESIDE_TEXT = 64 << 10;

  private static final long TIMES_TEXT = 3;

  /** To judge a page costs at most so many times what it costs to read it. */
  private static final double MOST_COST = 100;

  private static final int SIBLINGS = 4;

  private final ChangeDetector detector = new ChangeDetector(ShippedRules.get());
  private final CodedPlatformState state = new CodedPlatformState();
  private final Silent silent = new Silent();
  private final List<Cost> costs = new ArrayList<>();
  private Instant now = START;

  /** Nanoseconds that one fetch took. */
  private record Cost(long canonical, long detect) {}

  @BeforeEach
  void aPlatformFullOfSiblings() throws RejectedPageException {
    for (int i = 0; i < SIBLINGS; i++) {
      detect("Example/Sibling " + i, page("Sibling " + i, new Words(i).blocks(500)));
    }
    costs.clear();
  }

  @Test
  void aPageThatAlternatesForEver() throws RejectedPageException {
    String[] pages = new String[5];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = page("Terms", new Words(i + 100).blocks(40) + "<p>We keep it for a while.</p>");
    }
    feed(120, i -> pages[i % pages.length]);
    assertBounds();
  }

  @Test
  void aPageThatGrowsAtEachFetch() throws RejectedPageException {
    StringBuilder grown = new StringBuilder();
    Words words = new Words(200);
    feed(120, i -> page("Terms", grown.append(words.blocks(1)).toString()));
    assertBounds();
  }

  @Test
  void aPageThatChangesEveryBlockAtEachFetch() throws RejectedPageException {
    feed(
        60,
        i -> {
          StringBuilder blocks = new StringBuilder();
          for (int k = 0; k < 100; k++) {
            blocks.append("<p>").append(new Words(k).sentence()).append(" after fetch");
            blocks.append((char) ('a' + i % 26)).append((char) ('a' + i / 26 % 26)).append("</p>");
          }
          return page("Terms", blocks.toString());
        });
    assertBounds();
  }

  @Test
  void tenThousandHeadingsWithTheSameTextBelow() throws RejectedPageException {
    feed(3, i -> page("Terms", headings(i)));
    assertBounds();
  }

  @Test
  void oneBlockOfFiveMegabytes() throws RejectedPageException {
    feed(2, i -> page("Terms", "<p>" + new Words(300).text(5_000_000, i) + "</p>"));
    assertBounds();
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

  private void feed(int fetches, IntFunction<String> page) throws RejectedPageException {
    for (int i = 0; i < fetches; i++) {
      now = now.plus(Duration.ofHours(6));
      CanonicalFetch fetch = detect(DOCUMENT, page.apply(i));
      long text =
          Math.max(
              state.bytes(fetch.page().blocks()),
              Math.max(state.bytes(state.text(DOCUMENT)), state.bytes(state.candidate(DOCUMENT))));
      long beside = state.bytes(DOCUMENT) - TIMES_TEXT * text;
      assertThat(beside).as("bytes beside the text three times").isLessThan(BESIDE_TEXT);
      assertThat(state.bytesOfSite()).as("bytes of the site").isLessThan(BESIDE_TEXT);
    }
  }

  private CanonicalFetch detect(String documentId, String html) throws RejectedPageException {
    FetchedPage page = fetched(documentId, html);
    long start = System.nanoTime();
    CanonicalFetch fetch = detector.canonicalize(page);
    long canonical = System.nanoTime();
    detector.detect(fetch, state, silent);
    costs.add(new Cost(canonical - start, System.nanoTime() - canonical));
    return fetch;
  }

  private void assertBounds() {
    long canonical = costs.stream().mapToLong(Cost::canonical).sum();
    long detect = costs.stream().mapToLong(Cost::detect).sum();
    assertThat((double) detect / canonical)
        .as("cost beside that of the canonical text")
        .isLessThan(MOST_COST);
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

    private String word() {
      seed = seed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
      return Long.toString((seed >>> 33) % 1_000_000, 36).replaceAll("[0-9]", "o");
    }

    String sentence() {
      StringBuilder sentence = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        sentence.append(word()).append(' ');
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
        text.append(word());
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
